/// A verdict in the making: findings, and what they do to the signature as a whole.
struct Assessment {
    private(set) var findings: [Finding] = []
    /// What keeps the signature from being TOTAL-PASSED; the gravest of several.
    private(set) var subIndication: SubIndication?
    private var isOpen = false

    /// Something that the signature cannot be TOTAL-PASSED with.
    mutating func block(_ subIndication: SubIndication, _ finding: Finding) {
        findings.append(finding)
        let isGraver = subIndication.indication == .totalFailed
        if self.subIndication == nil || isGraver && outcome != .failed {
            self.subIndication = subIndication
        }
    }

    /// Something that remains unknown, which the policy puts up with.
    mutating func leaveOpen(_ finding: Finding) {
        findings.append(finding)
        isOpen = true
    }

    /// Something worth knowing that changes nothing.
    mutating func note(_ finding: Finding) { findings.append(finding) }

    var verdict: Verdict { Verdict(outcome, findings) }

    private var outcome: Verdict.Outcome {
        guard let subIndication else { return isOpen ? .indeterminate : .passed }
        return subIndication.indication == .totalFailed ? .failed : .indeterminate
    }
}

extension Sequence<Assessment> {
    /// The first sub-indication that fails, else the first of any kind.
    var subIndication: SubIndication? {
        let all = compactMap(\.subIndication)
        return all.first { $0.indication == .totalFailed } ?? all.first
    }
}
