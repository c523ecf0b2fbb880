public import Domain
internal import SQLText

extension SQLAccountStore {
    public func add(_ pair: TokenPair) async throws {
        try await database.write { try $0.insert(pair) }
    }

    public func pair(refreshHash: ContentHash) async throws -> TokenPair? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT \(pairColumns) FROM api_token_pair p
                    WHERE p.refresh_hash = \(refreshHash)
                    """
            ).map { try $0.tokenPair() }
        }
    }

    public func exchange(_ pair: TokenPair, for next: TokenPair) async throws -> Bool {
        try await database.write { connection in
            let count = try connection.execute(
                """
                UPDATE api_token_pair SET refreshed_at = \(next.issuedAt)
                WHERE id = \(pair.id) AND refreshed_at IS NULL AND revoked_at IS NULL
                """)
            guard count == 1 else { return false }
            try connection.insert(next)
            return true
        }
    }

    /// Those that were revoked before keep their time.
    public func revokeFamily(_ id: TokenFamilyID, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE api_token_pair SET revoked_at = \(now)
                WHERE family_id = \(id) AND revoked_at IS NULL
                """)
        }
    }

    public func access(hash: ContentHash) async throws -> (TokenPair, User)? {
        let statement: SQL = """
            SELECT \(pairColumns), \(userColumns) FROM api_token_pair p
            JOIN api_client c ON c.account_id = p.account_id AND c.id = p.client_id
                AND c.revoked_at IS NULL
            JOIN account_user u ON u.account_id = c.account_id AND u.id = c.user_id
            WHERE p.access_hash = \(hash)
            """
        return try await database.firstRow(of: statement).map {
            (try $0.tokenPair(), try $0.user())
        }
    }
}

extension SQLConnection {
    /// In the place of those of the client that have expired.
    fileprivate func insert(_ pair: TokenPair) throws {
        try execute(
            """
            DELETE FROM api_token_pair
            WHERE client_id = \(pair.client) AND refresh_expires_at <= \(pair.issuedAt)
                AND account_id = (SELECT account_id FROM api_client WHERE id = \(pair.client))
            """)
        try execute(
            """
            INSERT INTO api_token_pair (
                account_id, id, family_id, client_id, access_hash, refresh_hash, issued_at,
                access_expires_at, refresh_expires_at, refreshed_at, revoked_at)
            SELECT account_id, \(pair.id), \(pair.family), id, \(pair.accessHash),
                \(pair.refreshHash), \(pair.issuedAt), \(pair.accessExpiresAt),
                \(pair.refreshExpiresAt), \(pair.refreshedAt), \(pair.revokedAt)
            FROM api_client WHERE id = \(pair.client)
            """)
    }
}
