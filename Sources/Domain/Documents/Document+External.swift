extension Document {
    /// A recipient was given bytes to sign elsewhere.
    func preparing(_ preparation: Preparation, at now: Instant) throws(Refusal) -> Change {
        let recipient = try openTurn(of: preparation.recipient)
        var change = Change(self)
        change.record(
            AuditEvent(
                .prepared, by: recipient.subject,
                [
                    "round": String(round), "revision": String(preparation.revision),
                    "sha256": "\(preparation.digest)",
                ]), at: now)
        return change
    }

    /// What came back was not taken; nothing else changes.
    func refusingSignature(
        by id: RecipientID, _ problem: ExternalProblem, at now: Instant
    ) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        var change = Change(self)
        change.record(
            AuditEvent(.signatureRefused, by: recipient.subject, problem.facts), at: now)
        return change
    }
}

extension ExternalProblem {
    /// For the audit trail; sizes in bytes.
    fileprivate var facts: [String: String] {
        guard case .roomExceeded(let measured, let room) = self else { return ["reason": name] }
        return ["reason": name, "measured": String(measured), "room": String(room)]
    }

    /// Its case, as the catalogues and the audit trail know it.
    public var name: String {
        switch self {
        case .uploadTooLarge: "uploadTooLarge"
        case .unreadable: "unreadable"
        case .severalSigners: "severalSigners"
        case .embeddedContent: "embeddedContent"
        case .unsupported: "unsupported"
        case .weakAlgorithm: "weakAlgorithm"
        case .otherBytes: "otherBytes"
        case .signatureWrong: "signatureWrong"
        case .certificateMissing: "certificateMissing"
        case .otherCertificateNamed: "otherCertificateNamed"
        case .wrongUsage: "wrongUsage"
        case .untrusted: "untrusted"
        case .notYetValid: "notYetValid"
        case .expired: "expired"
        case .revoked: "revoked"
        case .revocationUnknown: "revocationUnknown"
        case .businessNumberMissing: "businessNumberMissing"
        case .otherBusiness: "otherBusiness"
        case .roomExceeded: "roomExceeded"
        }
    }
}
