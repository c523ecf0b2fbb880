import PDFCore

/// Each revision compared once with the one before, from the first signed one on.
struct ChangeHistory {
    private let first: Int
    /// Of revision `first + 1` and its successors.
    private var changes: [RevisionChanges] = []

    init(_ reader: PDFReader, since first: Int) throws(PDFError) {
        self.first = first
        guard first + 1 < reader.revisions.count else { return }
        var survey = ReferenceSurvey(reader, asOf: first)
        var fields = try FieldIndex(reader, asOf: first)
        for newer in first + 1..<reader.revisions.count {
            changes.append(Self.changes(reader, newer: newer, survey, &fields))
            survey.advance(to: newer)
        }
    }

    /// By itself, so that the survey is nobody else's again when it advances: it can be large.
    private static func changes(
        _ reader: PDFReader, newer: Int, _ survey: ReferenceSurvey, _ fields: inout FieldIndex
    ) -> RevisionChanges {
        var comparison = RevisionComparison(reader, newer: newer, survey, fields)
        defer { fields = comparison.fields }
        return comparison.run()
    }

    /// What is wrong with the revisions after `revision`, in the eyes of signatures: each sets its
    /// limits to what follows the revision that it signs.
    func problems(
        after revision: Int, under limits: [(since: Int, limits: ChangeLimits)]
    ) -> [VerificationProblem] {
        var problems: [VerificationProblem] = []
        var known: Set<VerificationProblem> = []
        for (index, change) in changes.enumerated().dropFirst(max(0, revision - first)) {
            let binding = limits.filter { $0.since <= first + index }.map(\.limits)
            for problem in change.problems(under: binding) where known.insert(problem).inserted {
                problems.append(problem)
            }
            if problems.count >= RevisionChanges.problemLimit { break }
        }
        return problems
    }
}
