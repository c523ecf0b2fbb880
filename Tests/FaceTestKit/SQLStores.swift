import Domain
import SQLiteDriver
import Store
public import TamgaTestKit

/// The server's own stores, over a migrated SQLite database in a folder of its own.
public struct SQLStores {
    private let folder: TemporaryFolder
    private let database: SQLiteDatabase

    public init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.file("tamga.sqlite"))
        try await Schema(database).migrate(at: Sample.now)
    }

    public func world() -> StubWorld {
        StubWorld { _, clock in
            let (database, folder) = (database, folder)
            let jobs = JobWriter(randomness: StubRandomness(), clock: clock)
            return StubStores(
                documents: SQLDocumentStore(database, jobs: jobs),
                templates: SQLTemplateStore(database),
                accounts: SQLAccountStore(database),
                confirmations: SQLConfirmationStore(database, jobs: jobs),
                certificates: SQLCertificateStore(database),
                jobs: SQLJobQueue(database, jobs: jobs),
                preparations: SQLPreparationStore(database)
            ) {
                try database.close()
                withExtendedLifetime(folder) {}
            }
        }
    }
}
