internal import GRDB
internal import SQLText

/// Bodies that share one transaction, each inside a savepoint: one that throws is undone alone, and
/// a commit that fails fails them all. Nobody is answered before the commit's outcome is known.
struct CommitGroup {
    private let writes: [PendingWrite]

    init(_ writes: [PendingWrite]) {
        self.writes = writes
    }

    func commit(on writer: DatabasePool) {
        let outcomes: [Outcome]
        do {
            outcomes = try writer.writeWithoutTransaction(transaction)
        } catch {
            for write in writes { write.fail(translated(error)) }
            return
        }
        for (write, outcome) in zip(writes, outcomes) {
            switch outcome {
            case .success(let answer): answer()
            case .failure(let error): write.fail(translated(error))
            }
        }
    }

    private typealias Outcome = Result<PendingWrite.Answer, any Error>

    private func transaction(_ database: Database) throws -> [Outcome] {
        try database.run("BEGIN IMMEDIATE")
        do {
            let outcomes = try writes.map { try outcome(of: $0, in: database) }
            try database.run(outcomes.contains { (try? $0.get()) != nil } ? "COMMIT" : "ROLLBACK")
            return outcomes
        } catch {
            if database.isInsideTransaction { try database.run("ROLLBACK") }
            throw error
        }
    }

    /// - Throws: what ended the whole transaction. SQLite rolls back by itself on a full disk or a
    ///   failed write; then the savepoints of the bodies before this one are gone too.
    private func outcome(of write: PendingWrite, in database: Database) throws -> Outcome {
        try database.run("SAVEPOINT body")
        do {
            let answer = try write.run(SQLiteConnection(database))
            try database.run("RELEASE body")
            return .success(answer)
        } catch {
            guard database.isInsideTransaction else { throw error }
            try database.run("ROLLBACK TO body")
            try database.run("RELEASE body")
            return .failure(error)
        }
    }
}

extension Database {
    fileprivate func run(_ statement: String) throws {
        try cachedStatement(sql: statement).execute()
    }
}
