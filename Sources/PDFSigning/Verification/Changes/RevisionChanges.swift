import PDFCore

/// What one revision did to the one before, as far as signatures care.
struct RevisionChanges {
    /// What nothing allows.
    private(set) var problems: [VerificationProblem] = []
    /// What only a certification of the third level allows.
    private(set) var annotations: [VerificationProblem] = []
    /// Names of the fields that were filled or signed.
    var filled: Set<String> = []
    /// Names of the fields that took a document timestamp which shows nowhere.
    var timestamped: Set<String> = []
    /// Names of new signature fields.
    var added: Set<String> = []
    /// Those of them that show on a page.
    var visible: Set<String> = []
    /// Whether what the file says of itself, not what it shows, was changed.
    var touchesMetadata = false

    /// One is enough to refuse, and so many are enough to read.
    static let problemLimit = 64

    mutating func forbid(
        _ code: VerificationProblem.Code, _ reason: String, _ id: ObjectID? = nil
    ) {
        forbid(VerificationProblem(code, reason, object: id))
    }

    mutating func forbid(_ problem: VerificationProblem) {
        guard problems.count < Self.problemLimit else { return }
        problems.append(problem)
    }

    mutating func note(annotation reason: String, _ id: ObjectID) {
        guard annotations.count < Self.problemLimit else { return }
        annotations.append(VerificationProblem(.visibleAddition, reason, object: id))
    }

    /// What signatures with these limits object to.
    func problems(under limits: [ChangeLimits]) -> [VerificationProblem] {
        let allowAnnotations =
            limits.contains { $0.level == .annotations }
            && limits.allSatisfy { $0.level == nil || $0.level == .annotations }
        return problems + (allowAnnotations ? [] : annotations) + limits.flatMap(problems)
    }

    private func problems(under limits: ChangeLimits) -> [VerificationProblem] {
        sneaked(under: limits) + (limits.allowsNothing ? changed : locked(under: limits))
    }

    /// What a signature that allows nothing objects to.
    private var changed: [VerificationProblem] {
        let touched = filled.union(added).subtracting(timestamped).sorted()
        return
            (touched.map { "the field \($0.shortened)" }
            + (touchesMetadata ? ["the metadata"] : [])).map {
                VerificationProblem(.certificationLevel, "\($0) was changed")
            }
    }

    /// On a certified document a new field must not show (attack on certification of 2021).
    private func sneaked(under limits: ChangeLimits) -> [VerificationProblem] {
        guard limits.certification != nil || limits.allowsNothing else { return [] }
        return visible.sorted().map {
            VerificationProblem(.visibleAddition, "the new field \($0.shortened) is visible")
        }
    }

    /// A lock is of the fields that there were when it was set.
    private func locked(under limits: ChangeLimits) -> [VerificationProblem] {
        filled.subtracting(timestamped).subtracting(added).filter(limits.locks).sorted().map {
            VerificationProblem(.lockedField, "the locked field \($0.shortened) was changed")
        }
    }
}

extension String {
    /// A name that somebody else chose, short enough for one line.
    var shortened: String { count <= 80 ? self : prefix(79) + "…" }
}
