/// What happens to a document by time alone.
public struct Schedule: Equatable, Sendable {
    /// When a draft is to be sent.
    public var sendsAt: Instant?
    /// The last moment for signing; the round expires after it.
    public var deadline: Instant?
    /// When those who have not acted yet are reminded; `nil` once they were.
    public var remindsAt: Instant?

    /// Reminders go out a day before the deadline.
    static let reminderSeconds: Int64 = 86_400

    public init(sendsAt: Instant? = nil, deadline: Instant? = nil, remindsAt: Instant? = nil) {
        self.sendsAt = sendsAt
        self.deadline = deadline
        self.remindsAt = remindsAt
    }

    /// Where a day is more than what is left, nobody is reminded.
    init(signingUntil deadline: Instant?, from now: Instant) {
        self.deadline = deadline
        let reminder = deadline?.adding(seconds: -Self.reminderSeconds)
        remindsAt = reminder.flatMap { $0 > now ? $0 : nil }
    }
}

extension Document {
    /// When the document is to be attended to next; `nil` while only people can move it.
    public var dueAt: Instant? {
        switch state {
        case .draft: schedule.sendsAt
        case .signing: schedule.remindsAt ?? schedule.deadline
        case .awaitingApproval, .sealing, .signed, .rejected, .deleted: nil
        }
    }
}
