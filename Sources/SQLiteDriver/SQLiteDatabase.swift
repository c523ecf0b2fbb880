import Dispatch
internal import GRDB
public import SQLText

/// An SQLite database in one file, for one process.
///
/// Writing goes through one queue with group commit (``CommitQueue``). Reading goes beside it, from
/// snapshots of the write-ahead log. A write is answered when it is on the disk
/// (`synchronous=FULL`).
public final class SQLiteDatabase: SQLDatabase {
    public let dialect = Dialect.sqlite

    private let pool: DatabasePool
    private let commits: CommitQueue
    private let shortReaders: ShortReaders

    /// Opens the file, creating it if absent. Its folder must exist.
    /// - Parameters:
    ///   - path: of the main file; the log and its index stand beside it.
    ///   - readerCount: connections that read at the same time.
    /// - Throws: ``SQLError``.
    public convenience init(path: String, readerCount: Int = 8) throws {
        self.init(
            path: path,
            pool: try translatingErrors {
                try DatabasePool.durable(path: path, readerCount: readerCount)
            })
    }

    /// Opens a file that is there, beside whoever works with it; nothing can be written.
    /// - Throws: ``SQLError``.
    public convenience init(reading path: String) throws {
        self.init(
            path: path,
            pool: try translatingErrors {
                try DatabasePool(path: path, configuration: .readOnly)
            })
    }

    private init(path: String, pool: DatabasePool) {
        self.pool = pool
        commits = CommitQueue(writer: pool)
        shortReaders = ShortReaders(path: path)
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.read { try body(SQLiteConnection($0)) }
        } catch {
            throw translated(error)
        }
    }

    /// On the caller's thread: a row by a key is had in less time than another thread takes to
    /// wake. One statement sees one state of the database without a transaction around it.
    public func firstRow(of statement: SQLText.SQL) async throws -> SQLText.Row? {
        try shortReaders.firstRow(of: statement)
    }

    @discardableResult public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            commits.add(PendingWrite(body: body, answer: { continuation.resume(with: $0) }))
        }
    }

    /// Closes all connections once nobody uses them. What comes after fails.
    public func close() throws {
        shortReaders.close()
        try translatingErrors { try pool.close() }
    }
}

extension DatabasePool {
    /// A pool whose commits survive power loss. Opening a pool lowers `synchronous` to NORMAL on
    /// its writer, so FULL is set after that.
    fileprivate static func durable(path: String, readerCount: Int) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: .strict(readerCount: readerCount))
        // A thousand documents made at once fit into 8 MiB; what does not is written twice.
        try pool.writeWithoutTransaction {
            try $0.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA cache_size = -8192;
                    PRAGMA wal_autocheckpoint = 0
                    """)
        }
        return pool
    }
}

extension Configuration {
    fileprivate static var readOnly: Configuration {
        var configuration = strict(readerCount: 1)
        configuration.readonly = true
        return configuration
    }

    /// Checks foreign keys and trusts no function that a schema names.
    fileprivate static func strict(readerCount: Int) -> Configuration {
        var configuration = Configuration()
        configuration.label = "tamga.sqlite"
        configuration.maximumReaderCount = readerCount
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 67108864")
        }
        return configuration
    }
}
