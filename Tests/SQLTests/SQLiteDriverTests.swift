import Foundation
import SQLText
import SQLiteDriver
import Testing

@Suite("SQLite driver")
struct SQLiteDriverTests {
    @Test("every kind of value comes back as it went in")
    func roundTrips() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let payload: [UInt8] = [0, 255, 10]
        try await notes.database.write { connection in
            try connection.execute(
                """
                INSERT INTO note (id, body, payload)
                VALUES (\(Int64.max), \("Ёж 한글 'q'"), \(payload)), (\(-1), \("b"), \(SQLValue.null))
                """)
        }
        let rows = try await notes.database.read {
            try $0.rows(of: "SELECT id, body, payload FROM note ORDER BY id")
        }
        #expect(rows[0].values == [.integer(-1), .text("b"), .null])
        #expect(rows[1].values == [.integer(.max), .text("Ёж 한글 'q'"), .blob(payload)])
    }

    @Test("an empty blob is no NULL")
    func keepsEmptyBlob() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        try await notes.database.write { connection in
            try connection.execute(
                "INSERT INTO note (id, body, payload) VALUES (1, 'x', \([UInt8]()))")
        }
        let row = try await notes.database.read { try $0.firstRow(of: "SELECT payload FROM note") }
        #expect(row?.values == [.blob([])])
    }

    @Test("texts and bytes of any length are bound as they are, whatever was bound before")
    func bindsAnyLength() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let lengths = [1, 15, 16, 4_095, 4_096, 4_097, 300_000, 2, 9_000]
        try await notes.database.write { connection in
            for (id, length) in lengths.enumerated() {
                let (text, bytes) = (String(repeating: "ж", count: length), Self.bytes(length))
                try connection.execute(
                    "INSERT INTO note (id, body, payload) VALUES (\(id), \(text), \(bytes))")
            }
        }
        let rows = try await notes.database.read {
            try $0.rows(of: "SELECT body, payload FROM note ORDER BY id")
        }
        for (row, length) in zip(rows, lengths) {
            let values: [SQLValue] = [
                .text(String(repeating: "ж", count: length)), .blob(Self.bytes(length)),
            ]
            #expect(row.values == values)
        }
        #expect(rows.count == lengths.count)
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    }

    @Test("statements that differ in their last words alone are told apart")
    func tellsStatementsApart() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        try await notes.database.write { connection in
            for id in 1...3 {
                try connection.execute("INSERT INTO note (id, body) VALUES (\(id), 'a')")
                try connection.execute("INSERT INTO note (id, body) VALUES (\(-id), 'b')")
            }
        }
        let bodies = try await notes.database.read {
            try $0.rows(of: "SELECT body FROM note ORDER BY id")
        }
        #expect(bodies.flatMap(\.values) == ["b", "b", "b", "a", "a", "a"].map(SQLValue.text))
    }

    @Test("a log of a thousand pages is copied into the main file before the next commit")
    func checkpoints() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let payload = [UInt8](repeating: 7, count: 6 << 20)
        try await notes.database.write { connection in
            try connection.execute(
                "INSERT INTO note (id, body, payload) VALUES (1, 'x', \(payload))")
        }
        // Between two commits: the next is answered after it.
        try await notes.add(2)
        let path = notes.folder + "/tamga.sqlite"
        let byteCount = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        #expect(try #require(byteCount) > payload.count)
    }

    @Test("a statement tells how many rows it changed")
    func countsChanges() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        for id in 1...3 { try await notes.add(id) }
        let counts = try await notes.database.write { connection in
            [
                try connection.execute("UPDATE note SET body = 'y' WHERE id < 3"),
                try connection.execute("UPDATE note SET body = 'y' WHERE id > 3"),
            ]
        }
        #expect(counts == [2, 0])
    }

    @Test("RETURNING hands over the written rows")
    func returnsRows() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let row = try await notes.database.write {
            try $0.firstRow(of: "INSERT INTO note (id, body) VALUES (4, 'x') RETURNING id")
        }
        #expect(try row?.value("id") == 4)
    }

    @Test("a second row with the same key is a unique violation naming the table")
    func reportsUniqueViolation() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        try await notes.add(1)
        await #expect(throws: SQLError(.uniqueViolation(table: "note"), "")) {
            try await notes.add(1)
        }
    }

    @Test("a CHECK that is not met is reported by its name")
    func reportsCheckViolation() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let code = SQLError.Code.checkViolation(constraint: "note_body_not_empty")
        await #expect(throws: SQLError(code, "")) { try await notes.add(1, "") }
    }

    @Test("a row that points to nothing is refused")
    func reportsForeignKeyViolation() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        await #expect(throws: SQLError(.foreignKeyViolation, "")) {
            try await notes.database.write { connection in
                try connection.execute("INSERT INTO remark (id, note) VALUES (1, 99)")
            }
        }
    }

    @Test("a reader cannot write")
    func readersOnlyRead() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        await #expect(throws: SQLError(.readOnly, "")) {
            try await notes.database.read { connection in
                try connection.execute("DELETE FROM note")
            }
        }
    }

    @Test("commits are flushed to the disk and foreign keys are checked")
    func isDurable() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let settings = try await notes.database.write { connection in
            try ["PRAGMA synchronous", "PRAGMA journal_mode", "PRAGMA foreign_keys"].map {
                try connection.firstRow(of: SQL(stringLiteral: $0))?.values
            }
        }
        #expect(settings == [[.integer(2)], [.text("wal")], [.integer(1)]])
    }
}
