/// How often somebody failed at the door, and whether it is shut for a while.
public struct AccessGate: Equatable, Sendable {
    /// Wrong answers since the last right one, or since the gate was last shut.
    public let failures: Int
    /// Nobody may try before.
    public let lockedUntil: Instant?

    /// The fifth wrong answer shuts the gate (contract SignOK, row 13).
    public static let limit = 5
    public static let lockSeconds: Int64 = 600

    public init(failures: Int = 0, lockedUntil: Instant? = nil) {
        self.failures = failures
        self.lockedUntil = lockedUntil
    }

    /// Throws ``Refusal/accessLocked(retryAfterSeconds:)`` while the gate is shut.
    func admit(at now: Instant) throws(Refusal) {
        guard let lockedUntil, now < lockedUntil else { return }
        let wait = lockedUntil.seconds - now.seconds
        throw .accessLocked(retryAfterSeconds: Int(max(1, min(wait, Self.lockSeconds))))
    }

    func failed(at now: Instant) -> AccessGate {
        failures + 1 < Self.limit
            ? AccessGate(failures: failures + 1)
            : AccessGate(lockedUntil: now.adding(seconds: Self.lockSeconds))
    }

    func isLocked(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }

    public var attemptsLeft: Int { Self.limit - failures }
}
