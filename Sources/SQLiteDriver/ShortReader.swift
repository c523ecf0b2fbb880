internal import GRDB
internal import GRDBSQLite
internal import SQLText

/// A connection for reading single rows on the caller's thread, straight through SQLite's own
/// interface. A pool's queues, its transaction and its check of the schema cost several times what
/// a row by a unique key does (docs/decisions/0007-short-reads.md).
///
/// One user at a time: ``ShortReaders`` sees to that, which is what makes it sendable.
final class ShortReader: @unchecked Sendable {
    private let handle: OpaquePointer
    private var statements: [SQLText.SQL.Shape: PreparedStatement] = [:]
    private let room = BindingRoom()

    /// Statements kept per connection; few are read so, and a stranger never words one.
    private static let statementLimit = 64

    /// - Throws: ``SQLError`` where the file cannot be opened for reading.
    init(path: String) throws {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw translated(DatabaseError(resultCode: ResultCode(rawValue: code)))
        }
        handle = opened
        sqlite3_busy_timeout(handle, 5_000)
        sqlite3_exec(handle, "PRAGMA trusted_schema = OFF", nil, nil, nil)
    }

    deinit {
        for statement in statements.values { statement.finalize() }
        sqlite3_close_v2(handle)
    }

    /// - Throws: ``SQLError``.
    func firstRow(of sql: SQLText.SQL) throws -> SQLText.Row? {
        let statement = try prepared(sql.shape)
        defer { statement.reset() }
        try check(statement.bind(sql.bindings, in: room))
        switch statement.step() {
        case SQLITE_ROW: return SQLText.Row(columns: statement.columns, values: statement.values())
        case SQLITE_DONE: return nil
        case let code: throw failure(code)
        }
    }

    private func prepared(_ shape: SQLText.SQL.Shape) throws -> PreparedStatement {
        if let known = statements[shape] { return known }
        var pointer: OpaquePointer?
        try check(
            sqlite3_prepare_v3(
                handle, shape.text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil))
        guard let pointer else { throw failure(SQLITE_MISUSE) }
        if statements.count == Self.statementLimit {
            for statement in statements.values { statement.finalize() }
            statements = [:]
        }
        let statement = PreparedStatement(pointer)
        statements[shape] = statement
        return statement
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> any Error {
        translated(DatabaseError(failure: code, of: handle))
    }
}
