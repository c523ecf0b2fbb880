/// A program of an account, known by its id and a secret (contract SignOK, Conventions).
public struct APIClient: Equatable, Sendable {
    public let id: APIClientID
    /// In whose name it acts.
    public let user: UserID
    /// The secret itself is shown once, when the client is made.
    public let secretHash: ContentHash
    public let issuedAt: Instant
    public let revokedAt: Instant?

    public init(
        id: APIClientID, user: UserID, secretHash: ContentHash, issuedAt: Instant,
        revokedAt: Instant? = nil
    ) {
        self.id = id
        self.user = user
        self.secretHash = secretHash
        self.issuedAt = issuedAt
        self.revokedAt = revokedAt
    }

    /// A revoked client is nobody.
    func accepts(_ secret: String) -> Bool {
        secretHash.matches(ContentHash(of: secret.utf8)) && revokedAt == nil
    }
}

/// What a program says of itself when it asks for tokens.
public struct ClientCredentials: Sendable {
    public let id: APIClientID
    public let secret: String

    public init(id: APIClientID, secret: String) {
        self.id = id
        self.secret = secret
    }
}
