public import Domain
internal import SQLText

extension SQLAccountStore {
    public func start(_ session: Session) async throws {
        let count = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO web_session (hash, account_id, user_id, started_at, seen_at)
                SELECT \(session.hash), account_id, id, \(session.startedAt), \(session.seenAt)
                FROM account_user WHERE id = \(session.user)
                """)
        }
        guard count == 1 else { throw UnknownUser(id: session.user) }
    }

    public func session(hash: ContentHash) async throws -> (Session, User)? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT s.hash, s.started_at, s.seen_at, \(userColumns) FROM web_session s
                    JOIN account_user u ON u.account_id = s.account_id AND u.id = s.user_id
                    WHERE s.hash = \(hash)
                    """
            ).map { (try $0.session(), try $0.user()) }
        }
    }

    /// Only forward: a clock set back prolongs nothing.
    public func touch(session hash: ContentHash, at now: Instant) async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE web_session SET seen_at = \(now)
                WHERE hash = \(hash) AND seen_at < \(now)
                """)
        }
    }

    public func endSession(hash: ContentHash) async throws {
        try await database.write { connection in
            try connection.execute("DELETE FROM web_session WHERE hash = \(hash)")
        }
    }
}

extension Row {
    fileprivate func session() throws -> Session {
        Session(
            hash: try value("hash"), user: try value("user_id"),
            startedAt: try value("started_at"), seenAt: try value("seen_at"))
    }
}
