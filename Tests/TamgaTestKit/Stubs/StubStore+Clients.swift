public import Domain

extension StubStore: APIClientStore {
    public func add(_ client: APIClient) async throws { clients.append(client) }

    public func client(_ id: APIClientID) async throws -> APIClient? {
        clients.first { $0.id == id }
    }

    public func clients() async throws -> [(APIClient, User)] {
        clients.compactMap { client in
            users.first { $0.id == client.user }.map { (client, $0) }
        }
    }

    public func revokeClient(_ id: APIClientID, at now: Instant) async throws -> Bool {
        guard let index = clients.firstIndex(where: { $0.id == id }) else { return false }
        let client = clients[index]
        clients[index] = APIClient(
            id: id, user: client.user, secretHash: client.secretHash, issuedAt: client.issuedAt,
            revokedAt: client.revokedAt ?? now)
        return true
    }

    public func add(_ pair: TokenPair) async throws {
        pairs.removeAll { $0.client == pair.client && $0.refreshExpiresAt <= pair.issuedAt }
        pairs.append(pair)
    }

    public func pair(refreshHash: ContentHash) async throws -> TokenPair? {
        pairs.first { $0.refreshHash == refreshHash }
    }

    public func exchange(_ pair: TokenPair, for next: TokenPair) async throws -> Bool {
        guard let index = pairs.firstIndex(where: { $0.id == pair.id }),
            pairs[index].refreshedAt == nil, pairs[index].revokedAt == nil
        else { return false }
        pairs[index] = pairs[index].ended(refreshedAt: next.issuedAt)
        try await add(next)
        return true
    }

    public func revokeFamily(_ id: TokenFamilyID, at now: Instant) async throws {
        pairs = pairs.map { $0.family == id ? $0.ended(revokedAt: now) : $0 }
    }

    public func access(hash: ContentHash) async throws -> (TokenPair, User)? {
        guard let pair = pairs.first(where: { $0.accessHash == hash }),
            let client = clients.first(where: { $0.id == pair.client }), client.revokedAt == nil,
            let user = users.first(where: { $0.id == client.user })
        else { return nil }
        return (pair, user)
    }

    public func redirectOrigins(of account: AccountID) async throws -> [RedirectOrigin] {
        redirectOrigins[account, default: []].sorted { $0.text < $1.text }
    }

    public func list(_ origin: RedirectOrigin, for account: AccountID) async throws {
        redirectOrigins[account, default: []].insert(origin)
    }

    public func unlist(_ origin: RedirectOrigin, for account: AccountID) async throws -> Bool {
        redirectOrigins[account]?.remove(origin) != nil
    }
}

extension TokenPair {
    /// The first time of each counts.
    fileprivate func ended(refreshedAt: Instant? = nil, revokedAt: Instant? = nil) -> TokenPair {
        TokenPair(
            id: id, family: family, client: client, accessHash: accessHash,
            refreshHash: refreshHash, issuedAt: issuedAt, accessExpiresAt: accessExpiresAt,
            refreshExpiresAt: refreshExpiresAt, refreshedAt: self.refreshedAt ?? refreshedAt,
            revokedAt: self.revokedAt ?? revokedAt)
    }
}
