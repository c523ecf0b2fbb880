/// What a list of revoked certificates is to say (RFC 5280 §5).
public struct RevocationListDraft: Equatable, Sendable {
    public let issuer: CertificateIssuer
    /// Drawn for this list alone: numbers of one issuer's lists only grow.
    public let number: Int64
    /// Everything that this issuer revoked up to the moment the number was drawn.
    public let revocations: [Revocation]

    public init(issuer: CertificateIssuer, number: Int64, revocations: [Revocation]) {
        self.issuer = issuer
        self.number = number
        self.revocations = revocations
    }
}

/// A signed list of revoked certificates.
public struct RevocationList: Equatable, Sendable {
    public let issuer: CertificateIssuer
    public let number: Int64
    public let revocationCount: Int
    /// Whole seconds, as the list itself has it.
    public let thisUpdate: Instant
    /// Until when the list may be relied upon.
    public let nextUpdate: Instant
    public let der: [UInt8]

    public init(
        issuer: CertificateIssuer, number: Int64, revocationCount: Int, thisUpdate: Instant,
        nextUpdate: Instant, der: [UInt8]
    ) {
        self.issuer = issuer
        self.number = number
        self.revocationCount = revocationCount
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
        self.der = der
    }

    /// How long a list may be relied upon: a server that is down for a weekend still has one.
    public static let validitySeconds: Int64 = 7 * 86_400

    /// After this time a list is signed anew although nothing was revoked.
    static let renewalSeconds: Int64 = 86_400

    /// Whether another list is owed: this one is a day old, is from a future that the clock has
    /// left, or does not know every revocation.
    func isOutdated(at now: Instant, revocationCount count: Int) -> Bool {
        count != revocationCount || now.seconds < thisUpdate.seconds
            || now >= thisUpdate.adding(seconds: Self.renewalSeconds)
    }
}
