public import Domain
internal import SQLText

extension SQLAccountStore {
    /// The client's account is its user's.
    public func add(_ client: APIClient) async throws {
        let count = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO api_client (
                    account_id, id, user_id, secret_hash, issued_at, revoked_at)
                SELECT account_id, \(client.id), id, \(client.secretHash), \(client.issuedAt),
                    \(client.revokedAt)
                FROM account_user WHERE id = \(client.user)
                """)
        }
        guard count == 1 else { throw UnknownUser(id: client.user) }
    }

    public func client(_ id: APIClientID) async throws -> APIClient? {
        try await database.read { connection in
            try connection.firstRow(
                of: "SELECT \(clientColumns) FROM api_client c WHERE c.id = \(id)"
            ).map { try $0.client() }
        }
    }

    public func clients() async throws -> [(APIClient, User)] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT \(clientColumns), \(userColumns) FROM api_client c
                    JOIN account_user u ON u.account_id = c.account_id AND u.id = c.user_id
                    ORDER BY c.issued_at, c.id
                    """
            ).map { (try $0.client(), try $0.user()) }
        }
    }

    /// A second revocation keeps the first one's time.
    public func revokeClient(_ id: APIClientID, at now: Instant) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE api_client SET revoked_at = COALESCE(revoked_at, \(now)) WHERE id = \(id)
                """) == 1
        }
    }
}
