public import PDFSigning

extension FileWorkshop {
    /// Judges the signatures of a file with what the file carries.
    ///
    /// Throws `FileTrouble` for a file that a child cannot bear.
    public func validate(_ order: ValidationOrder) async throws -> ValidationReport {
        switch try await runner.answer(.judge(FileJudging(order: order))) {
        case .judged(let report): return report
        case .unusable(let trouble): throw trouble
        default: throw ChildWorkshop.UnexpectedAnswer()
        }
    }
}
