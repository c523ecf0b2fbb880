/// Proves that something existed at a time (RFC 3161). The server's own authority, or another.
public protocol TimestampSource: Sendable {
    /// Octets that a token takes at most: the room to leave for it in a signature.
    var tokenRoom: Int { get }

    /// A token over a SHA-256 digest, in DER, with the authority's certificate inside. Imprint,
    /// nonce, policy, certificate and signature were checked before it is returned.
    ///
    /// Throws ``TimestampUnavailable`` where there is none to be had now; nothing was changed.
    func token(over digest: ContentHash) async throws -> [UInt8]

    /// What validates this source's tokens beside the server's own certificates and lists, for a
    /// seal at this moment. Throws ``TimestampUnavailable`` where it is not to be had now.
    func evidence(at now: Instant) async throws -> TimestampEvidence
}

/// Certificates and statements on their revocation, each in DER.
public struct TimestampEvidence: Equatable, Sendable {
    public var certificates: [[UInt8]]
    public var revocationLists: [[UInt8]]
    public var ocspResponses: [[UInt8]]
    /// To which the tokens' chains lead: whoever named the authority trusts them.
    public var anchors: [[UInt8]]

    public init(
        certificates: [[UInt8]] = [], revocationLists: [[UInt8]] = [],
        ocspResponses: [[UInt8]] = [], anchors: [[UInt8]] = []
    ) {
        self.certificates = certificates
        self.revocationLists = revocationLists
        self.ocspResponses = ocspResponses
        self.anchors = anchors
    }

    public static func + (left: Self, right: Self) -> Self {
        TimestampEvidence(
            certificates: left.certificates + right.certificates,
            revocationLists: left.revocationLists + right.revocationLists,
            ocspResponses: left.ocspResponses + right.ocspResponses,
            anchors: left.anchors + right.anchors)
    }
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
