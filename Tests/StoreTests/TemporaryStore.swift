import Foundation
import SQLText
import SQLiteDriver
import Store
import Synchronization
import TamgaTestKit

@testable import Domain

/// All stores over a migrated SQLite database in a folder of its own, with the sample's people.
final class TemporaryStore: Sendable {
    let folder: String
    let database: any SQLDatabase
    private let file: SQLiteDatabase
    let documents: any DocumentStore
    let templates: any TemplateStore
    let accounts: any AccountStore
    let confirmations: any ConfirmationStore
    let certificates: any CertificateStore
    let revocations: any RevocationStore
    let jobs: any JobQueue
    let preparations: any PreparationStore

    private init() throws {
        folder = NSTemporaryDirectory() + "tamga-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = try SQLiteDatabase(path: folder + "/tamga.sqlite")
        database = file
        let writer = JobWriter(randomness: Counting(), clock: Standing())
        documents = SQLDocumentStore(database, jobs: writer)
        templates = SQLTemplateStore(database)
        accounts = SQLAccountStore(database)
        confirmations = SQLConfirmationStore(database, jobs: writer)
        certificates = SQLCertificateStore(database)
        revocations = SQLRevocationStore(database)
        jobs = SQLJobQueue(database, jobs: writer)
        preparations = SQLPreparationStore(database)
    }

    deinit {
        try? file.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    static func empty() async throws -> TemporaryStore {
        let store = try TemporaryStore()
        try await Schema(store.database).migrate(at: now)
        return store
    }

    static func peopled() async throws -> TemporaryStore {
        let store = try await empty()
        try await store.addPeople()
        return store
    }

    private func addPeople() async throws {
        let users = [
            Sample.author, Sample.colleague, Sample.stranger, Sample.anna, Sample.boris,
        ]
        for user in users {
            _ = try await accounts.account(
                named: "account \(user.account)", orMake: user.account)
            try await accounts.add(user, passwordHash: nil)
        }
    }

    /// Commits the story as far as it goes, and yields the document.
    @discardableResult
    func tell(_ story: Story) async throws -> Document {
        for change in story.changes {
            if let certificate = change.certificate {
                try await certificates.intend(certificate.intent)
            }
            try await documents.commit(change)
        }
        return story.document
    }

    func count(_ statement: SQL) async throws -> Int {
        try await database.read { try $0.firstRow(of: statement)?.value(at: 0) ?? 0 }
    }
}

let now = Sample.now

/// Swift Testing has a type of this name too.
typealias Confirmation = Domain.Confirmation

extension CertificateRecord {
    /// The same before it was issued.
    var intent: CertificateRecord {
        var intent = self
        intent.issued = nil
        return intent
    }
}

/// Different bytes at each call, the same in each run.
final class Counting: Randomness {
    private let count = Mutex(UInt64(0))

    func bytes(_ byteCount: Int) -> [UInt8] {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return (0..<byteCount).map { index in
            index < 8 ? UInt8(truncatingIfNeeded: number >> (8 * UInt64(7 - index))) : 0
        }
    }
}

/// A clock that stands at the sample's moment.
struct Standing: WallClock {
    func now() -> Instant { Sample.now }
    func sleep(milliseconds: Int) async throws {}
}
