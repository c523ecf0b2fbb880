import SQLText
import SQLiteDriver
import Testing

@Suite("Group commit")
struct GroupCommitTests {
    private struct Refused: Error {}

    @Test("a body that throws harms no neighbour in its group")
    func failingBodyRollsBackAlone() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let failures = await withTaskGroup(of: Int?.self) { group in
            for id in 0..<100 {
                group.addTask { await Self.addOrFail(id, to: notes) }
            }
            return await group.reduce(into: [Int]()) { if let id = $1 { $0.append(id) } }
        }
        #expect(failures.sorted() == (0..<100).filter { $0 % 3 == 0 })
        #expect(try await notes.ids() == (0..<100).filter { $0 % 3 != 0 })
    }

    /// Writes, and in every third case throws after the write.
    private static func addOrFail(_ id: Int, to notes: TemporaryDatabase) async -> Int? {
        do {
            try await notes.database.write { connection in
                try connection.execute("INSERT INTO note (id, body) VALUES (\(id), 'x')")
                if id % 3 == 0 { throw Refused() }
            }
            return nil
        } catch {
            return id
        }
    }

    @Test("a body that is alone and throws leaves nothing of what it did")
    func undoesAlone() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        await #expect(throws: CancellationError.self) {
            try await notes.database.write { connection in
                try connection.execute("INSERT INTO note (id, body) VALUES (1, 'x')")
                throw CancellationError()
            }
        }
        try await notes.add(2)
        #expect(try await notes.ids() == [2])
    }

    @Test("bodies that arrive during a commit share the next one")
    func waitingBodiesShareACommit() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        let (busy, last, begun) = (Gate(), Gate(), Tally())
        async let first: Void = notes.database.write { _ in busy.hold() }
        await busy.isReached()
        async let ten: Void = withThrowingTaskGroup(of: Void.self) { group in
            for id in 1...10 {
                group.addTask {
                    await begun.add()
                    try await Self.add(id, to: notes, holdingTenthAt: last)
                }
            }
            try await group.waitForAll()
        }
        // Time for the ten to line up behind the body that is held.
        while await begun.count < 10 { try await Task.sleep(for: .milliseconds(10)) }
        try await Task.sleep(for: .seconds(1))
        busy.open()
        await last.isReached()
        // Ten bodies have run, and nothing is committed before the last of them ends.
        #expect(try await notes.ids().isEmpty)
        last.open()
        _ = try await (first, ten)
        #expect(try await notes.ids() == Array(1...10))
    }

    private actor Tally {
        private(set) var count = 0
        func add() { count += 1 }
    }

    private static func add(
        _ id: Int, to notes: TemporaryDatabase, holdingTenthAt gate: Gate
    ) async throws {
        try await notes.database.write { connection in
            try connection.execute("INSERT INTO note (id, body) VALUES (\(id), 'x')")
            let count = try connection.firstRow(of: "SELECT COUNT(*) FROM note")
            if try count?.value(at: 0) == 10 { gate.hold() }
        }
    }

    @Test("a write that was answered is seen by the next read")
    func readsOwnWrites() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        for id in 0..<50 {
            try await notes.add(id)
            #expect(try await notes.ids().count == id + 1)
        }
    }

    @Test("a group whose commit fails fails every body")
    func failingCommitFailsAll() async throws {
        let notes = try await TemporaryDatabase.withNotes()
        await #expect(throws: SQLError.self) {
            try await notes.database.write { connection in
                try connection.execute("INSERT INTO note (id, body) VALUES (1, 'x')")
                // What SQLite does by itself when a write to the disk fails.
                try connection.execute("ROLLBACK")
                try connection.execute("INSERT INTO absent (id) VALUES (1)")
            }
        }
        #expect(try await notes.ids() == [])
        try await notes.add(2)
        #expect(try await notes.ids() == [2])
    }
}
