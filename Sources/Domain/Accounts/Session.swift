/// A signed-in browser: idle for 30 minutes at most, 12 hours in all (security floor).
public struct Session: Equatable, Sendable {
    public static let idleSeconds: Int64 = 30 * 60
    public static let absoluteSeconds: Int64 = 12 * 3600

    /// SHA-256 of the cookie's 128 random bits or more; the cookie itself is never kept.
    public let hash: ContentHash
    public let user: UserID
    public let startedAt: Instant
    public var seenAt: Instant

    public init(hash: ContentHash, user: UserID, startedAt: Instant, seenAt: Instant) {
        self.hash = hash
        self.user = user
        self.startedAt = startedAt
        self.seenAt = seenAt
    }

    /// A clock set back revives no session: `now` before `seenAt` ends it too.
    public func isAlive(at now: Instant) -> Bool {
        now >= seenAt && now < seenAt.adding(seconds: Self.idleSeconds)
            && now < startedAt.adding(seconds: Self.absoluteSeconds)
    }
}
