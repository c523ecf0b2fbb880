/// What the engines made for a new round: the base and the layout update on it.
public struct PreparedRound: Equatable, Sendable {
    public let base: Blob
    public let layout: Blob
    /// Each recipient's signature field, by position.
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
        for index in recipients.indices {
            change.after.recipients[index].turn = Turn(
                context: contexts[index], field: prepared.fields[index], progress: .waiting)
        }
        change.revisions = [
            Revision(round: round, number: 0, kind: .base, blob: prepared.base),
            Revision(round: round, number: 1, kind: .layout, blob: prepared.layout),
        ]
        change.context = prepared.context
        change.record(
            AuditEvent(
                .sent, by: subject,
                [
                    "round": String(round), "base": "\(prepared.base.hash)",
                    "sha256": "\(prepared.context.fileHash)",
                ]), at: now)
        change.inviteNextStep(isFirst: true, at: now)
        return change
    }
}

extension Change {
    /// Everybody of the lowest step that waits is notified: their turn has come.
    mutating func inviteNextStep(isFirst: Bool, at now: Instant) {
        let waiting = after.recipients.filter { $0.turn?.progress == .waiting }
        guard let step = waiting.map(\.step).min() else { return }
        for recipient in waiting where recipient.step == step {
            let at = after.time(now)
            after.recipients[recipient.position].turn?.progress = .notified(at: at)
            let link = after.noticeLink(recipient)
            notify(isFirst ? .invitation(link) : .yourTurn(link), recipient)
            record(
                AuditEvent(
                    .invited, by: .system,
                    ["recipient": "\(recipient.id)", "email": recipient.email.text]),
                at: now)
        }
    }
}
