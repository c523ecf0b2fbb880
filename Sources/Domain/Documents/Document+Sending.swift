/// What the engines made for a new round: the base and the layout update on it.
public struct PreparedRound: Equatable, Sendable {
    public let base: Blob
    public let layout: Blob
    /// Each signer's signature field, in the author's order.
    public let fields: [String]
    public let context: SigningContext

    public init(base: Blob, layout: Blob, fields: [String], context: SigningContext) {
        self.base = base
        self.layout = layout
        self.fields = fields
        self.context = context
    }
}

extension Document {
    func admitSending() throws(Refusal) {
        guard availableActions.contains(.send) else { throw .actionUnavailable(.send) }
    }

    /// Starts the round. `contexts` are as many random numbers as recipients, all different.
    func sending(
        _ prepared: PreparedRound, contexts: [Int32], by subject: AuditEvent.Subject,
        at now: Instant
    ) throws(Refusal) -> Change {
        try admitSending()
        var change = Change(self)
        change.after.state = .signing
        change.after.schedule = Schedule(
            signingUntil: terms.period?.end(from: now), from: time(now))
        for index in recipients.indices {
            change.after.recipients[index].turn = Turn(
                context: contexts[index], field: nil, progress: .waiting)
        }
        for (signer, field) in zip(signers, prepared.fields) {
            change.after.recipients[signer.position].turn = Turn(
                context: contexts[signer.position], field: field, progress: .waiting)
        }
        change.revisions = [
            Revision(round: round, number: 0, kind: .base, blob: prepared.base),
            Revision(round: round, number: 1, kind: .layout, blob: prepared.layout),
        ]
        change.context = prepared.context
        change.record(AuditEvent(.sent, by: subject, audit(prepared)), at: now)
        change.informCopied(at: now)
        change.inviteNextStep(isFirst: true, at: now)
        return change
    }

    /// What was to be sent by itself cannot be: it stays a draft, and is not tried again.
    func unsendable(because trouble: FieldTrouble, at now: Instant) throws(Refusal) -> Change {
        guard state == .draft else { throw .wrongState }
        var change = Change(self)
        change.after.schedule = Schedule()
        change.record(
            AuditEvent(
                .unsendable, by: .system,
                ["field": trouble.field, "reason": trouble.cause.rawValue]), at: now)
        return change
    }

    private func audit(_ prepared: PreparedRound) -> [String: String] {
        [
            "round": String(round), "base": "\(prepared.base.hash)",
            "sha256": "\(prepared.context.fileHash)", "person": author.name.full,
            "contact": author.email.text,
        ]
    }
}

extension Change {
    /// Those who may look are told at once.
    fileprivate mutating func informCopied(at now: Instant) {
        for recipient in after.recipients where !recipient.role.acts {
            invite(recipient, .copy(after.noticeLink(recipient)), at: now)
        }
    }

    /// Everybody of the lowest step that waits is notified: their turn has come.
    mutating func inviteNextStep(isFirst: Bool, at now: Instant) {
        let waiting = after.recipients.filter { $0.role.acts && $0.turn?.progress == .waiting }
        guard let step = waiting.map(\.step).min() else { return }
        for recipient in waiting where recipient.step == step {
            invite(recipient, after.invitation(of: recipient, isFirst: isFirst), at: now)
        }
    }

    private mutating func invite(
        _ recipient: Recipient, _ notice: Notice.Kind, at now: Instant
    ) {
        let at = after.time(now)
        after.recipients[recipient.position].turn?.progress = .notified(at: at)
        notify(notice, recipient)
        record(AuditEvent(.invited, by: .system, recipient.audit), at: now)
    }
}

extension Document {
    func invitation(of recipient: Recipient, isFirst: Bool) -> Notice.Kind {
        let link = noticeLink(recipient)
        return switch recipient.role {
        case .signer: isFirst ? .invitation(link) : .yourTurn(link)
        case .reviewer: .reviewRequest(link)
        case .carbonCopy: .copy(link)
        }
    }
}
