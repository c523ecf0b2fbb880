/// A one-time code sent to somebody, and the tries that are left.
///
/// The code is derived from ``CodeKey`` and the random id, so that neither the database nor a
/// backup reveals it.
public struct Confirmation: Equatable, Sendable {
    public let id: ConfirmationID
    /// The id shown by the LightDoc API (`issue.id`): within signed 32 bits, from 1.
    public let number: Int32
    public let purpose: Purpose
    public let requestedAt: Instant
    public let expiresAt: Instant
    public var attemptsLeft: Int
    public var outcome: Outcome?

    public enum Purpose: Equatable, Codable, Sendable {
        case signing(document: DocumentID, recipient: RecipientID, round: Int)
        /// Showing the document only to who the sender named.
        case access(document: DocumentID, recipient: RecipientID, round: Int)
        case certificate(user: UserID)
    }

    public enum Outcome: String, Codable, Sendable {
        case used, exhausted, superseded
    }

    public static let lifetimeSeconds: Int64 = 600
    /// One code a minute for one purpose.
    public static let pauseSeconds: Int64 = 60

    public init(
        id: ConfirmationID, number: Int32, purpose: Purpose, requestedAt: Instant,
        expiresAt: Instant, attemptsLeft: Int, outcome: Outcome? = nil
    ) {
        self.id = id
        self.number = number
        self.purpose = purpose
        self.requestedAt = requestedAt
        self.expiresAt = expiresAt
        self.attemptsLeft = attemptsLeft
        self.outcome = outcome
    }

    /// A fresh one; a pending one of the same purpose must be a minute old.
    public static func request(
        _ purpose: Purpose, after pending: Confirmation?, id: ConfirmationID, number: Int32,
        at now: Instant
    ) throws(Refusal) -> Confirmation {
        if let pending, now < pending.requestedAt.adding(seconds: pauseSeconds) {
            let wait = pending.requestedAt.adding(seconds: pauseSeconds).seconds - now.seconds
            throw .tooSoon(retryAfterSeconds: Int(max(1, min(wait, pauseSeconds))))
        }
        return Confirmation(
            id: id, number: number, purpose: purpose, requestedAt: now,
            expiresAt: now.adding(seconds: lifetimeSeconds),
            attemptsLeft: purpose.maximumAttempts)
    }

    /// What a try with `code` comes to. A wrong code costs an attempt, so the result is to be
    /// stored whatever it is.
    public func tried(_ code: String, key: CodeKey, at now: Instant) -> (Confirmation, Refusal?) {
        if let refusal = refusal(at: now) { return (self, refusal) }
        if key.matches(code, id) { return (used(), nil) }
        let next = failed()
        return (
            next,
            next.outcome == nil ? .wrongCode(attemptsLeft: next.attemptsLeft) : .confirmationSpent
        )
    }

    /// Why nothing may be tried any more.
    public func refusal(at now: Instant) -> Refusal? {
        if outcome != nil || attemptsLeft <= 0 { return .confirmationSpent }
        return now < expiresAt && now >= requestedAt ? nil : .confirmationExpired
    }

    func used() -> Confirmation {
        var next = self
        next.outcome = .used
        return next
    }

    /// With one attempt less.
    func failed() -> Confirmation {
        var next = self
        next.attemptsLeft -= 1
        if next.attemptsLeft <= 0 { next.outcome = .exhausted }
        return next
    }
}

extension Confirmation.Purpose {
    public var maximumAttempts: Int {
        switch self {
        case .signing, .access: 5
        case .certificate: 3
        }
    }
}
