import SQLText
import Synchronization

/// Notes the text of each statement on its way.
final class RecordingDatabase: SQLDatabase {
    private let database: any SQLDatabase
    private let seen = Mutex<Set<String>>([])

    init(_ database: any SQLDatabase) {
        self.database = database
    }

    var dialect: Dialect { database.dialect }
    var texts: [String] { seen.withLock { $0.sorted() } }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await database.read { try body(Connection(connection: $0, note: self.note)) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await database.write { try body(Connection(connection: $0, note: self.note)) }
    }

    private func note(_ text: String) {
        seen.withLock { _ = $0.insert(text) }
    }

    private struct Connection: SQLConnection {
        let connection: any SQLConnection
        let note: (String) -> Void

        var dialect: Dialect { connection.dialect }

        func execute(_ statement: SQL) throws -> Int {
            note(statement.text)
            return try connection.execute(statement)
        }

        func forEachRow(of statement: SQL, _ body: (Row) throws -> Void) throws {
            note(statement.text)
            try connection.forEachRow(of: statement, body)
        }
    }
}
