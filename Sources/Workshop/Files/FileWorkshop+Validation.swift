import Domain
import FoundationEssentials
public import PDFSigning

extension FileWorkshop {
    /// Judges the signatures of a file with what the file carries.
    ///
    /// Throws `FileTrouble` for a file that a child cannot bear.
    public func validate(_ order: ValidationOrder) async throws -> ValidationReport {
        try await result(FileJudging(order: order, answers: nil)).report
    }

    /// Judges the signatures of a file, and asks `source` for what the file lacks.
    ///
    /// - Parameter scratch: a folder for what is fetched; what is put there goes away again.
    public func validate(
        _ order: ValidationOrder, fetching source: some RevocationSource, scratch: String
    ) async throws -> ValidationReport {
        try await WorkFolder.lend(below: scratch) { folder in
            var inquiry = EvidenceInquiry(source: source, folder: folder)
            var found = try await result(FileJudging(order: order, answers: []))
            // An issuer that was fetched has an issuer and a revocation list of its own.
            for _ in 0..<4 where !found.questions.isEmpty {
                try await inquiry.ask(found.questions)
                found = try await result(
                    FileJudging(order: order, answers: inquiry.answers))
            }
            return found.report
        }
    }

    private func result(_ task: FileJudging) async throws -> FileJudging.Result {
        switch try await runner.answer(.judge(task)) {
        case .judged(let result): return result
        case .unusable(let trouble): throw trouble
        default: throw ChildWorkshop.UnexpectedAnswer()
        }
    }
}
