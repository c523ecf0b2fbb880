/// Why a program gets no tokens (RFC 6749 §5.2).
public enum GrantRefusal: Error, Equatable, Sendable {
    /// No such client, or another secret.
    case unknownClient
    /// The refresh token is unknown, foreign, used, expired or revoked.
    case invalidGrant
}

/// What a program is given; told once.
public struct GrantedTokens: Sendable {
    public let id: TokenPairID
    public let access: TokenSecret
    public let refresh: TokenSecret
}

/// Tokens for programs: by their secret, and by the refresh token of an earlier pair.
public struct GrantTokens: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Who asks. Throws ``GrantRefusal/unknownClient``.
    public func client(_ credentials: ClientCredentials) async throws -> APIClient {
        guard let client = try await ports.accounts.client(credentials.id),
            client.accepts(credentials.secret)
        else { throw GrantRefusal.unknownClient }
        return client
    }

    public func callAsFunction(to client: APIClient) async throws -> GrantedTokens {
        let (tokens, pair) = issue(to: client, family: ports.randomness.identifier())
        try await ports.accounts.add(pair)
        return tokens
    }

    /// A refresh token is good once: the second use ends every token that came of the same login.
    /// Throws ``GrantRefusal/invalidGrant``.
    public func callAsFunction(
        refreshing token: String, by client: APIClient
    ) async throws -> GrantedTokens {
        let now = ports.clock.now()
        guard let secret = TokenSecret(token),
            let pair = try await ports.accounts.pair(refreshHash: secret.hash),
            pair.client == client.id, pair.canRefresh(at: now)
        else { throw GrantRefusal.invalidGrant }
        let (tokens, next) = issue(to: client, family: pair.family)
        guard try await ports.accounts.exchange(pair, for: next) else {
            try await ports.accounts.revokeFamily(pair.family, at: now)
            throw GrantRefusal.invalidGrant
        }
        return tokens
    }

    private func issue(
        to client: APIClient, family: TokenFamilyID
    ) -> (GrantedTokens, TokenPair) {
        let (random, now) = (ports.randomness, ports.clock.now())
        let tokens = GrantedTokens(
            id: random.identifier(), access: TokenSecret(random: random.bytes(32)),
            refresh: TokenSecret(random: random.bytes(32)))
        let pair = TokenPair(
            id: tokens.id, family: family, client: client.id, accessHash: tokens.access.hash,
            refreshHash: tokens.refresh.hash, issuedAt: now,
            accessExpiresAt: now.adding(seconds: TokenPair.accessSeconds),
            refreshExpiresAt: now.adding(seconds: TokenPair.refreshSeconds))
        return (tokens, pair)
    }
}
