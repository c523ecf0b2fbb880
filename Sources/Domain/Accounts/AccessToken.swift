/// What a token may be used for; fixed when it is issued (contract LightDoc, Token).
public enum Permission: String, Codable, CaseIterable, Sendable {
    case accountDocuments, personalDocuments, signDocuments, issueSignature
}

/// A bearer token of the API as it is kept: its secret is shown once and only hashed at rest.
public struct AccessToken: Equatable, Sendable {
    public let id: TokenID
    public let user: UserID
    public let name: String
    public let permissions: Set<Permission>
    public let hash: ContentHash
    public let issuedAt: Instant
    public let expiresAt: Instant?
    public var revokedAt: Instant?
    public var lastUsedAt: Instant?

    public init(
        id: TokenID, user: UserID, name: String, permissions: Set<Permission>, hash: ContentHash,
        issuedAt: Instant, expiresAt: Instant?, revokedAt: Instant? = nil,
        lastUsedAt: Instant? = nil
    ) {
        self.id = id
        self.user = user
        self.name = name
        self.permissions = permissions
        self.hash = hash
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }
}
