import Foundation
internal import GRDB
internal import GRDBSQLite
internal import SQLText

/// A connection of GRDB's inside a transaction. Statements are prepared once and kept by GRDB under
/// their texts; what a transaction says again and again is found by its shape.
final class SQLiteConnection: SQLConnection {
    private let database: Database
    private var statements: [SQLText.SQL.Shape: Statement] = [:]
    private let room = BindingRoom()

    init(_ database: Database) {
        self.database = database
    }

    var dialect: Dialect { .sqlite }

    /// Bound and stepped through SQLite's own interface: wrapping each value for GRDB costs as much
    /// as inserting the row.
    func execute(_ statement: SQLText.SQL) throws -> Int {
        try translatingErrors {
            let prepared = PreparedStatement(try kept(statement.shape).sqliteStatement)
            defer { prepared.reset() }
            try check(prepared.bind(statement.bindings, in: room), is: SQLITE_OK)
            try check(prepared.step(), is: SQLITE_DONE)
            return database.changesCount
        }
    }

    private func kept(_ shape: SQLText.SQL.Shape) throws -> Statement {
        if let known = statements[shape] { return known }
        let statement = try database.cachedStatement(sql: shape.text)
        statements[shape] = statement
        return statement
    }

    private func check(_ code: Int32, is expected: Int32) throws {
        guard code != expected else { return }
        throw DatabaseError(failure: code, of: database.sqliteConnection)
    }

    func forEachRow(of statement: SQLText.SQL, _ body: (SQLText.Row) throws -> Void) throws {
        let cursor = try translatingErrors {
            try GRDB.Row.fetchCursor(try prepared(statement))
        }
        let columns = cursor.columnNames
        while let row = try translatingErrors({ try cursor.next() }) {
            try body(SQLText.Row(columns: columns, values: row.databaseValues.map(\.sqlValue)))
        }
    }

    /// SQLite numbers `$n` by first appearance. In an `SQL` that is also the order of its numbers,
    /// so binding by position is binding by name.
    private func prepared(_ statement: SQLText.SQL) throws -> Statement {
        let prepared = try kept(statement.shape)
        prepared.arguments = StatementArguments(statement.bindings.map(\.databaseValue))
        return prepared
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }
}

extension DatabaseValue {
    /// A REAL, which no statement of ours yields, reads as its text and so fails to decode.
    fileprivate var sqlValue: SQLValue {
        switch storage {
        case .null: .null
        case .int64(let value): .integer(value)
        case .double(let value): .text("\(value)")
        case .string(let value): .text(value)
        case .blob(let data): .blob(Array(data))
        }
    }
}
