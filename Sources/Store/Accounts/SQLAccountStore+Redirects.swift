public import Domain
internal import SQLText

extension SQLAccountStore {
    public func redirectOrigins(of account: AccountID) async throws -> [RedirectOrigin] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT origin FROM redirect_origin WHERE account_id = \(account)
                    ORDER BY origin
                    """
            ).map { try $0.value("origin") }
        }
    }

    public func list(_ origin: RedirectOrigin, for account: AccountID) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO redirect_origin (account_id, origin) VALUES (\(account), \(origin))
                ON CONFLICT (account_id, origin) DO NOTHING
                """)
        }
    }

    public func unlist(_ origin: RedirectOrigin, for account: AccountID) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                DELETE FROM redirect_origin
                WHERE account_id = \(account) AND origin = \(origin)
                """) == 1
        }
    }
}
