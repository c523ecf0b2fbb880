import Foundation
import SQLText
import SQLiteDriver

/// A database in a folder of its own that goes with the value.
final class TemporaryDatabase: Sendable {
    let folder: String
    let database: SQLiteDatabase

    init() throws {
        folder = NSTemporaryDirectory() + "tamga-sql-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder + "/tamga.sqlite")
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Two tables: notes, and remarks on notes.
    static func withNotes() async throws -> TemporaryDatabase {
        let temporary = try TemporaryDatabase()
        try await temporary.database.write { connection in
            try connection.execute(
                """
                CREATE TABLE note (
                    id BIGINT NOT NULL PRIMARY KEY, body TEXT NOT NULL, payload BYTEA,
                    CONSTRAINT note_body_not_empty CHECK (body <> ''))
                """)
            try connection.execute(
                """
                CREATE TABLE remark (
                    id BIGINT NOT NULL PRIMARY KEY, note BIGINT NOT NULL REFERENCES note (id))
                """)
        }
        return temporary
    }

    func add(_ id: Int, _ body: String = "x") async throws {
        try await database.write { connection in
            try connection.execute("INSERT INTO note (id, body) VALUES (\(id), \(body))")
        }
    }

    func ids() async throws -> [Int] {
        try await database.read { connection in
            try connection.rows(of: "SELECT id FROM note ORDER BY id").map { try $0.value("id") }
        }
    }
}
