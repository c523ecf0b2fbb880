import PDFCore

/// What one revision did to the one before, as far as signatures care.
struct RevisionChanges {
    /// What nothing allows.
    var problems: [VerificationProblem] = []
    /// Names of the fields that were filled or signed.
    var filled: Set<String> = []
    /// Names of the fields that took a document timestamp, or were made for one.
    var timestamped: Set<String> = []
    /// Names of new signature fields.
    var added: Set<String> = []
    /// Those of them that show on a page.
    var visible: Set<String> = []
    /// Whether what the file says of itself, not what it shows, was changed.
    var touchesMetadata = false

    mutating func forbid(
        _ code: VerificationProblem.Code, _ reason: String, _ id: ObjectID? = nil
    ) {
        problems.append(VerificationProblem(code, reason, object: id))
    }

    /// What a signature with these limits objects to.
    func problems(under limits: ChangeLimits) -> [VerificationProblem] {
        let touched = filled.union(added).subtracting(timestamped)
        if limits.allowsNothing {
            let changed = touched.sorted().map { "the field \($0)" }
            return (changed + (touchesMetadata ? ["the metadata"] : [])).map {
                VerificationProblem(.certificationLevel, "\($0) was changed")
            }
        }
        return sneaked(under: limits) + locked(under: limits)
    }

    /// On a certified document a new field must not show (attack on certification of 2021).
    private func sneaked(under limits: ChangeLimits) -> [VerificationProblem] {
        guard limits.certification != nil else { return [] }
        return visible.sorted().map {
            VerificationProblem(.visibleAddition, "the new field \($0) is visible")
        }
    }

    private func locked(under limits: ChangeLimits) -> [VerificationProblem] {
        filled.subtracting(timestamped).sorted().filter(limits.locks).map {
            VerificationProblem(.lockedField, "the locked field \($0) was changed")
        }
    }
}

/// Each revision compared once with the one before, from the first signed one on.
struct ChangeHistory {
    private let first: Int
    /// Of revision `first + 1` and its successors.
    private var changes: [RevisionChanges] = []

    init(_ reader: PDFReader, since first: Int) {
        self.first = first
        guard first + 1 < reader.revisions.count else { return }
        var survey = ReferenceSurvey(reader, upTo: first)
        for newer in first + 1..<reader.revisions.count {
            var comparison = RevisionComparison(reader, newer: newer, survey: survey)
            changes.append(comparison.run())
            survey.add(newer)
        }
    }

    /// What is wrong with the revisions after `revision`, in the eyes of these limits.
    func problems(after revision: Int, under limits: [ChangeLimits]) -> [VerificationProblem] {
        let later = changes.dropFirst(max(0, revision - first))
        var problems: [VerificationProblem] = []
        for change in later {
            let own = change.problems + limits.flatMap { change.problems(under: $0) }
            for problem in own where !problems.contains(problem) { problems.append(problem) }
        }
        return problems
    }
}
