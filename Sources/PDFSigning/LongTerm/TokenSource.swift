import CMS

/// An RFC 3161 time-stamping authority as signing needs it, over whatever transport.
public struct TokenSource: Sendable {
    /// The most bytes that a token is expected to have. A longer one makes signing begin again,
    /// once, with the room it needs.
    public var tokenRoom: Int
    /// The DER token over a SHA-256 digest, checked against the request that it answers.
    public var token: @Sendable (_ digest: [UInt8]) async throws -> [UInt8]

    /// Tokens of public authorities bring long chains of RSA certificates.
    public static let foreignTokenRoom = 20 << 10

    public init(
        tokenRoom: Int = foreignTokenRoom,
        token: @escaping @Sendable (_ digest: [UInt8]) async throws -> [UInt8]
    ) {
        self.tokenRoom = tokenRoom
        self.token = token
    }

    /// The token, after a look that it is over these very bytes: one mixed up with another's
    /// would spoil the signature unseen.
    func token(over digest: [UInt8]) async throws -> [UInt8] {
        let token = try await token(digest)
        let imprint = try TimestampToken(der: token).info.imprint
        guard imprint.algorithm == .sha256, imprint.digest == digest else {
            throw SigningError.foreignTimestamp
        }
        return token
    }
}
