public import Domain
internal import SQLText

extension SQLAccountStore {
    /// The token's account is its user's.
    public func add(_ token: AccessToken) async throws {
        let count = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO access_token (
                    account_id, id, user_id, name, permissions, hash, issued_at, expires_at,
                    revoked_at, last_used_at)
                SELECT account_id, \(token.id), id, \(token.name),
                    \(WordSet(token.permissions)), \(token.hash), \(token.issuedAt),
                    \(token.expiresAt), \(token.revokedAt), \(token.lastUsedAt)
                FROM account_user WHERE id = \(token.user)
                """)
        }
        guard count == 1 else { throw UnknownUser(id: token.user) }
    }

    public func tokens() async throws -> [(AccessToken, User)] {
        try await database.read { connection in
            try connection.rows(
                of: "\(Self.tokensOfUsers) ORDER BY k.issued_at, k.id"
            ).map { (try $0.accessToken(), try $0.user()) }
        }
    }

    public func token(hash: ContentHash) async throws -> (AccessToken, User)? {
        try await database.read { connection in
            try connection.firstRow(of: "\(Self.tokensOfUsers) WHERE k.hash = \(hash)")
                .map { (try $0.accessToken(), try $0.user()) }
        }
    }

    /// A second revocation keeps the first one's time.
    public func revokeToken(_ id: TokenID, at now: Instant) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE access_token SET revoked_at = COALESCE(revoked_at, \(now))
                WHERE id = \(id)
                """) == 1
        }
    }

    public func noteUse(ofToken id: TokenID, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE access_token SET last_used_at = \(now)
                WHERE id = \(id)
                    AND (last_used_at IS NULL OR last_used_at <= \(now.adding(seconds: -60)))
                """)
        }
    }

    private static let tokensOfUsers: SQL = """
        SELECT \(tokenColumns), \(userColumns) FROM access_token k
        JOIN account_user u ON u.account_id = k.account_id AND u.id = k.user_id
        """
}

/// A token or session was to be stored for a user that does not exist: a fault.
struct UnknownUser: Error, Equatable {
    let id: UserID
}
