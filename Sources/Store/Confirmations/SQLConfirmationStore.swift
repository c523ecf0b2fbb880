public import Domain
public import SQLText

/// One-time codes in SQL. An index allows one pending code for each purpose.
public struct SQLConfirmationStore: ConfirmationStore {
    let database: any SQLDatabase
    let jobs: JobWriter

    public init(_ database: any SQLDatabase, jobs: JobWriter) {
        self.database = database
        self.jobs = jobs
    }

    public func pending(_ purpose: Confirmation.Purpose) async throws -> Confirmation? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT \(confirmationColumns) FROM confirmation
                    WHERE outcome IS NULL AND \(purpose.condition)
                    """
            ).map { try $0.confirmation() }
        }
    }

    public func confirmation(number: Int32) async throws -> Confirmation? {
        try await database.read { connection in
            try connection.firstRow(
                of: "SELECT \(confirmationColumns) FROM confirmation WHERE number = \(number)"
            ).map { try $0.confirmation() }
        }
    }

    public func request(
        _ confirmation: Confirmation, superseding pending: ConfirmationID?, owing mail: Notice?
    ) async throws {
        let ending = pending.map { Confirmation.ending($0, as: .superseded) }
        let owing = try mail.map { try jobs.adding(.mail($0)) }
        let writes = [ending, confirmation.inserting, owing].compactMap(\.self)
        do {
            try await database.write { try $0.perform(writes) }
        } catch let error as SQLError where error.code == .uniqueViolation(table: "confirmation") {
            throw VersionConflict()
        }
        jobs.announce()
    }

    public func update(_ before: Confirmation, to after: Confirmation) async throws {
        let count = try await database.write { connection in
            try connection.execute(
                """
                UPDATE confirmation
                SET attempts_left = \(after.attemptsLeft), outcome = \(after.outcome)
                WHERE id = \(before.id) AND attempts_left = \(before.attemptsLeft)
                    AND outcome IS NULL
                """)
        }
        guard count == 1 else { throw VersionConflict() }
    }
}

extension Confirmation {
    /// With the change that the code confirms. A code works once, whoever comes second.
    var using: Write { Self.ending(id, as: .used) }

    fileprivate static func ending(_ id: ConfirmationID, as outcome: Outcome) -> Write {
        Write(
            "UPDATE confirmation SET outcome = \(outcome) WHERE id = \(id) AND outcome IS NULL",
            orThrow: VersionConflict())
    }
}
