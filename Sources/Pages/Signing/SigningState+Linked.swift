import Domain

extension SigningState {
    init(_ linked: LinkedDocument) {
        switch (linked.document.state, linked.recipient.turn?.progress) {
        case (.draft, _): self = .waiting
        case (.deleted, _), (_, nil): self = .closed
        case (_, .rejected): self = .declined
        case (.rejected, _): self = .closed
        case (_, .approved), (_, .reviewed): self = .signed
        case (_, .waiting): self = .waiting
        case (.signed, .notified), (.signed, .opened): self = .signed
        case (_, .notified), (_, .opened): self = .open
        }
    }
}

extension LinkedDocument {
    /// The key of the sentence that says where things stand.
    var leadKey: String {
        switch SigningState(self) {
        case .waiting: document.state == .draft ? "sign.lead.draft" : "sign.lead.waiting"
        case .open: openLeadKey
        case .signed: recipient.role.method == nil ? "review.lead.done" : "sign.lead.signed"
        case .declined: "sign.lead.declined"
        case .closed: closedLeadKey
        }
    }

    private var openLeadKey: String {
        if !isUnlocked { return "door.lead" }
        return switch recipient.role {
        case .signer: "sign.lead.open"
        case .reviewer: "review.lead.open"
        case .carbonCopy: "copy.lead"
        }
    }

    private var closedLeadKey: String {
        switch document.state {
        case .deleted: "sign.lead.deleted"
        case .rejected(let rejection): rejection.leadKey
        case .draft, .signing, .awaitingApproval, .sealing, .signed: "sign.lead.waiting"
        }
    }

    /// The key of what comes next for somebody who has nothing to do any more.
    var afterKey: String? {
        guard SigningState(self) == .signed else { return nil }
        return switch document.state {
        case .signed: isUnlocked ? "sign.after.ready" : "sign.after.locked"
        case .sealing: "sign.after.sealing"
        case .awaitingApproval: "sign.after.approval"
        case .draft, .signing, .rejected, .deleted: "sign.after.others"
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
