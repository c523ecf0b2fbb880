import FoundationEssentials
import PDFSigning

/// Carries a child's questions to a source, and nothing twice.
struct EvidenceInquiry {
    private let source: any RevocationSource
    private let folder: String
    private let limit: Int
    private(set) var answers: [EvidenceAnswer] = []
    private var asked: Set<EvidenceQuestion> = []

    /// - Parameters:
    ///   - folder: for the answers.
    ///   - limit: of questions; what is hostile may name very many places.
    init(source: any RevocationSource, folder: String, limit: Int = 64) {
        self.source = source
        self.folder = folder
        self.limit = limit
    }

    mutating func ask(_ questions: [EvidenceQuestion]) async throws {
        for question in questions where asked.count < limit {
            guard asked.insert(question).inserted else { continue }
            let file = try await fetch(question).map { bytes in
                let path = "\(folder)/answer\(asked.count)"
                try Data(bytes).write(to: URL(filePath: path))
                return path
            }
            answers.append(EvidenceAnswer(question: question, file: file))
        }
    }

    /// Silence of the other side is no error: the report says what is missing.
    private func fetch(_ question: EvidenceQuestion) async -> [UInt8]? {
        switch question {
        case .revocationList(let url): try? await source.revocationList(at: url)
        case .ocspResponse(let request, let url):
            try? await source.ocspResponse(to: request, from: url)
        case .certificate(let url): try? await source.certificate(at: url)
        }
    }
}
