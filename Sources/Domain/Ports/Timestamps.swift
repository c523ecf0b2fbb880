/// Proves that something existed at a time (RFC 3161). The server's own authority, or another.
public protocol TimestampSource: Sendable {
    /// Octets that a token takes at most: the room to leave for it in a signature.
    var tokenRoom: Int { get }

    /// A token over a SHA-256 digest, in DER, with the authority's certificate inside. Imprint,
    /// nonce, policy, certificate and signature were checked before it is returned.
    ///
    /// Throws ``TimestampUnavailable`` where there is none to be had now; nothing was changed.
    func token(over digest: ContentHash) async throws -> [UInt8]
}

/// No token is to be had now, and why, for the log and for whoever waits for a seal.
public struct TimestampUnavailable: Error, Equatable, Sendable, CustomStringConvertible {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { "no timestamp: \(reason)" }
}

/// The server's own time-stamping authority, as others ask it over HTTP (RFC 3161 §3.4).
public protocol TimestampResponder: Sendable {
    /// The answer to a request, both in DER. What cannot be granted is a rejection.
    func answer(to request: [UInt8]) async throws -> [UInt8]
}
