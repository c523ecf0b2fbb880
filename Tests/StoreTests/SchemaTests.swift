import SQLText
import SQLiteDriver
import TamgaTestKit
import Testing

@testable import Store

@Suite("Schema")
struct SchemaTests {
    @Test("migrations are numbered from 1 without gaps")
    func numbersWithoutGaps() {
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    @Test("a second run has nothing left to do")
    func runsOnce() async throws {
        let store = try await TemporaryStore.empty()
        #expect(try await Schema(store.database).pending().isEmpty)
        #expect(try await Schema(store.database).migrate(at: now).isEmpty)
    }

    @Test("a migration that fails leaves the version before it, and the next run goes on")
    func resumes() async throws {
        let store = try await TemporaryStore.empty()
        let number = Migration.all.count + 1
        let failing = Migration(
            number: number, name: "two tables",
            statements: ["CREATE TABLE one (id BIGINT)", "CREATE TABLE one (id BIGINT)"])
        let right = Migration(
            number: number, name: "one table", statements: ["CREATE TABLE one (id BIGINT)"])
        await #expect(throws: SQLError.self) {
            try await Schema(store.database, migrations: Migration.all + [failing]).migrate(at: now)
        }
        let schema = Schema(store.database, migrations: Migration.all + [right])
        #expect(try await schema.migrate(at: now).map(\.number) == [number])
    }

    @Test("a database of a newer version is refused")
    func refusesNewer() async throws {
        let store = try await TemporaryStore.empty()
        let older = Schema(store.database, migrations: Migration.all.dropLast())
        let known = Migration.all.count - 1
        await #expect(throws: Schema.TooNew(found: known + 1, known: known)) {
            try await older.pending()
        }
    }

    @Test("the database itself refuses a signed document without its finished file")
    func refusesSignedWithoutSeal() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.tell(Story())
        let code = SQLError.Code.checkViolation(constraint: "document_seal")
        await #expect(throws: SQLError(code, "")) {
            try await store.database.write { connection in
                try connection.execute("UPDATE document SET state = 'signed'")
            }
        }
    }

    @Test("the database itself refuses a second signature of one person in a round")
    func refusesSecondSignature() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.tell(try Story().sent().signed(by: 0))
        await #expect(throws: SQLError(.uniqueViolation(table: "revision"), "")) {
            try await store.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO revision
                    SELECT account_id, document_id, round, 9, kind, recipient_id, blob_hash,
                        blob_byte_count
                    FROM revision WHERE kind = 'signature'
                    """)
            }
        }
    }
}
