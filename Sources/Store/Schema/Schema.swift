public import Domain
public import SQLText

/// The schema of a database: how far it has come, and how to bring it up to date.
public struct Schema: Sendable {
    /// The database was written by a newer version of the program.
    public struct TooNew: Error, Equatable, CustomStringConvertible {
        public let found: Int
        public let known: Int

        public var description: String {
            "The database has migration \(found), this version knows \(known). Install the newer "
                + "version again, or restore a backup from before it."
        }
    }

    private let database: any SQLDatabase
    private let migrations: [Migration]

    public init(_ database: any SQLDatabase) {
        self.init(database, migrations: Migration.all)
    }

    init(_ database: any SQLDatabase, migrations: [Migration]) {
        self.database = database
        self.migrations = migrations
    }

    /// What ``migrate(at:)`` would do, in order.
    public func pending() async throws -> [Migration] {
        try await database.write { try $0.execute(Self.ledger) }
        return try await missing()
    }

    /// The same of a database that has a schema, by reading alone.
    public func missing() async throws -> [Migration] {
        let applied = try await database.read { connection in
            let row = try connection.firstRow(of: "SELECT MAX(number) FROM schema_migration")
            return try row?.value(at: 0, as: Int?.self) ?? 0
        }
        let known = migrations.last?.number ?? 0
        guard applied <= known else { throw TooNew(found: applied, known: known) }
        return migrations.filter { $0.number > applied }
    }

    /// Brings the schema up to date, each migration in a transaction of its own: one that is cut
    /// off leaves the version before it, and the next run goes on from there.
    /// - Returns: the migrations that were applied.
    @discardableResult
    public func migrate(at now: Instant) async throws -> [Migration] {
        let pending = try await pending()
        for migration in pending {
            try await database.write { connection in
                try migration.statements.forEach { _ = try connection.execute($0) }
                try connection.execute(
                    """
                    INSERT INTO schema_migration (number, name, applied_at)
                    VALUES (\(migration.number), \(migration.name), \(now.microseconds))
                    """)
            }
        }
        return pending
    }

    private static let ledger: SQL = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            applied_at BIGINT NOT NULL
        )
        """
}
