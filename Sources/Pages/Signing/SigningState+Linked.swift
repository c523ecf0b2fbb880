import Domain

extension SigningState {
    init(_ linked: LinkedDocument) {
        switch (linked.document.state, linked.recipient.turn?.progress) {
        case (.deleted, _), (.draft, _), (_, nil): self = .closed
        case (_, .rejected): self = .declined
        case (.rejected, _): self = .closed
        case (_, .approved), (_, .reviewed): self = .signed
        case (_, .waiting): self = .waiting
        case (_, .notified), (_, .opened): self = .open
        }
    }
}

extension LinkedDocument {
    /// The key of the sentence that says where things stand.
    var leadKey: String {
        switch SigningState(self) {
        case .waiting: "sign.lead.waiting"
        case .open: "sign.lead.open"
        case .signed: "sign.lead.signed"
        case .declined: "sign.lead.declined"
        case .closed: closedLeadKey
        }
    }

    private var closedLeadKey: String {
        switch document.state {
        case .deleted: "sign.lead.deleted"
        case .rejected(let rejection): rejection.leadKey
        case .draft, .signing, .awaitingApproval, .sealing, .signed: "sign.lead.draft"
        }
    }

    /// The key of what comes next for somebody who has signed.
    var afterKey: String? {
        guard SigningState(self) == .signed else { return nil }
        return switch document.state {
        case .signed: "sign.after.ready"
        case .sealing: "sign.after.sealing"
        case .draft, .signing, .awaitingApproval, .rejected, .deleted: "sign.after.others"
        }
    }

    /// When this recipient acted.
    var actedAt: Instant? {
        switch recipient.turn?.progress {
        case .approved(let approval): approval.at
        case .reviewed(let at), .rejected(let at, _): at
        case .waiting, .notified, .opened, nil: nil
        }
    }

    var isSigned: Bool {
        if case .signed = document.state { isReadable } else { false }
    }

    var hasSeparateCertificate: Bool { isSigned && document.earlierSignatureCount > 0 }
}

extension Rejection {
    fileprivate var leadKey: String {
        switch cause {
        case .revoked: "sign.lead.withdrawn"
        case .declined: "sign.lead.declinedByOther"
        case .expired: "sign.lead.expired"
        }
    }
}
