import PDFCore
import PDFSigning

/// Gives the answers that are there, and notes the questions that nobody has asked yet.
///
/// Unchecked: a child has one thread, see ``InlineExecutor``.
final class AnsweredEvidence: RevocationSource, @unchecked Sendable {
    private var answers: [EvidenceQuestion: [UInt8]?] = [:]
    private(set) var questions: [EvidenceQuestion] = []

    init(_ answers: [EvidenceAnswer]) throws {
        for answer in answers {
            let bytes = try answer.file.map { path in
                let source = try FileSource(path: path)
                return try source.read(0..<source.count)
            }
            self.answers.updateValue(bytes, forKey: answer.question)
        }
    }

    func revocationList(at url: String) async throws -> [UInt8]? {
        answer(.revocationList(url: url))
    }

    func ocspResponse(to request: [UInt8], from url: String) async throws -> [UInt8]? {
        answer(.ocspResponse(request: request, url: url))
    }

    func certificate(at url: String) async throws -> [UInt8]? {
        answer(.certificate(url: url))
    }

    private func answer(_ question: EvidenceQuestion) -> [UInt8]? {
        guard let known = answers[question] else {
            questions.append(question)
            return nil
        }
        return known
    }
}
