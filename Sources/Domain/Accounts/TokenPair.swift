/// The tokens of one answer to a program, as they are kept: both secrets only hashed.
public struct TokenPair: Equatable, Sendable {
    public static let accessSeconds: Int64 = 12 * 3_600
    public static let refreshSeconds: Int64 = 30 * 86_400

    public let id: TokenPairID
    /// The same for every pair that came of one login by refreshing.
    public let family: TokenFamilyID
    public let client: APIClientID
    public let accessHash: ContentHash
    public let refreshHash: ContentHash
    public let issuedAt: Instant
    public let accessExpiresAt: Instant
    public let refreshExpiresAt: Instant
    /// When the refresh token was used. A second use shows that it is in two hands, which ends the
    /// family (RFC 9700 §4.14.2).
    public let refreshedAt: Instant?
    public let revokedAt: Instant?

    public init(
        id: TokenPairID, family: TokenFamilyID, client: APIClientID, accessHash: ContentHash,
        refreshHash: ContentHash, issuedAt: Instant, accessExpiresAt: Instant,
        refreshExpiresAt: Instant, refreshedAt: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.family = family
        self.client = client
        self.accessHash = accessHash
        self.refreshHash = refreshHash
        self.issuedAt = issuedAt
        self.accessExpiresAt = accessExpiresAt
        self.refreshExpiresAt = refreshExpiresAt
        self.refreshedAt = refreshedAt
        self.revokedAt = revokedAt
    }

    /// Using the refresh token leaves the access token as it is.
    func opensAccess(at now: Instant) -> Bool { revokedAt == nil && now < accessExpiresAt }

    func canRefresh(at now: Instant) -> Bool { revokedAt == nil && now < refreshExpiresAt }
}

/// The pairs that came of one login by refreshing.
public enum TokenFamily {}
