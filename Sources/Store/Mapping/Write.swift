internal import SQLText

/// A statement that changes rows, worded before the transaction that runs it: while a transaction
/// is open, everybody else who writes waits.
struct Write: Sendable {
    fileprivate let statement: SQL
    fileprivate let failure: (any Error)?

    /// - Parameters:
    ///   - statement: inserts, updates or deletes.
    ///   - failure: thrown unless the statement changes exactly one row; without it any number
    ///     will do.
    init(_ statement: SQL, orThrow failure: (any Error)? = nil) {
        self.statement = statement
        self.failure = failure
    }
}

extension SQLConnection {
    func perform(_ write: Write) throws {
        let count = try execute(write.statement)
        if count != 1, let failure = write.failure { throw failure }
    }

    func perform(_ writes: [Write]) throws {
        for write in writes { try perform(write) }
    }
}
