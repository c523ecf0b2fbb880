internal import GRDB
internal import SQLText

/// Bodies that share one transaction, each inside a savepoint unless it is the only one: a body that
/// throws is undone alone, and a commit that fails fails them all. Nobody is answered before the
/// commit's outcome is known.
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
            let outcomes = try writes.map { write in
                try database.undoingFailure(isAlone: writes.count == 1) {
                    try write.run(SQLiteConnection(database))
                }
            }
            try database.run(outcomes.contains { (try? $0.get()) != nil } ? "COMMIT" : "ROLLBACK")
            return outcomes
        } catch {
            if database.isInsideTransaction { try database.run("ROLLBACK") }
            throw error
        }
    }
}

extension Database {
    /// A savepoint costs a copy of each page that is changed inside it; a body that is alone is
    /// undone with its transaction.
    fileprivate func undoingFailure<Value>(
        isAlone: Bool, _ body: () throws -> Value
    ) throws -> Result<Value, any Error> {
        if isAlone { return try outcome(of: body) }
        try run("SAVEPOINT body")
        let outcome = try outcome(of: body)
        if case .failure = outcome { try run("ROLLBACK TO body") }
        try run("RELEASE body")
        return outcome
    }

    /// - Throws: what ended the whole transaction. SQLite rolls back by itself on a full disk or a
    ///   failed write; then the savepoints of the bodies before this one are gone too.
    private func outcome<Value>(of body: () throws -> Value) throws -> Result<Value, any Error> {
        do {
            return .success(try body())
        } catch {
            guard isInsideTransaction else { throw error }
            return .failure(error)
        }
    }

    fileprivate func run(_ statement: String) throws {
        try cachedStatement(sql: statement).execute()
    }
}
