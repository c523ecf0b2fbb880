import Foundation
import SQLText
import TamgaTestKit
import Testing

@testable import Domain
@testable import Store

@Suite("One SQL text for both databases")
struct OneTextTests {
    private static let postgres = ProcessInfo.processInfo.environment["TAMGA_TEST_POSTGRES"]

    @Test(
        "no statement says what only SQLite understands",
        arguments: ["?", "ILIKE", "::", "now()", "AUTOINCREMENT", "INSERT OR", "IFNULL", "PRAGMA"])
    func avoids(_ word: String) async throws {
        let texts = try await Self.everyStatement()
        #expect(texts.count > 40)
        #expect(texts.filter { $0.contains(word) } == [])
    }

    @Test(
        "PostgreSQL takes the schema and prepares every statement",
        .enabled(if: postgres != nil, "TAMGA_TEST_POSTGRES names no server"))
    func isPrepared() async throws {
        let schema = Migration.all.flatMap(\.statements).map(\.text)
        let texts = try await Self.everyStatement().filter { !$0.hasPrefix("CREATE") }
        let claim = SQL("\(Dialect.postgres.claiming)").text
        let prepared = texts.enumerated().map { number, text in
            let whole = text.replacing("LIMIT 1)", with: "LIMIT 1\(claim))")
            return "PREPARE s\(number) AS \(whole)"
        }
        let ledger = "CREATE TABLE schema_migration (number BIGINT, name TEXT, applied_at BIGINT)"
        let script =
            ["BEGIN", "CREATE SCHEMA trial", "SET search_path TO trial", ledger] + schema + prepared
            + ["ROLLBACK"]
        #expect(try Self.complaints(about: script) == "")
    }

    private static func complaints(about script: [String]) throws -> String {
        let psql = Process()
        psql.executableURL = URL(filePath: "/usr/bin/env")
        psql.arguments = [
            "psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname",
            try #require(postgres),
        ]
        let (input, errors) = (Pipe(), Pipe())
        (psql.standardInput, psql.standardError) = (input, errors)
        try psql.run()
        try input.fileHandleForWriting.write(
            contentsOf: Data(script.joined(separator: ";\n").appending(";\n").utf8))
        try input.fileHandleForWriting.close()
        let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
        psql.waitUntilExit()
        return String(decoding: complaints, as: UTF8.self)
    }

    /// Calls everything that the ports offer, once at least, and yields what was said to the
    /// database.
    private static func everyStatement() async throws -> [String] {
        let temporary = try await TemporaryStore.peopled()
        let recording = RecordingDatabase(temporary.database)
        let jobs = JobWriter(randomness: Counting(), clock: Standing())
        _ = try await Schema(recording).pending()
        try await documents(recording, jobs)
        try await templates(recording)
        try await people(recording)
        try await programs(recording)
        try await codesAndCertificates(recording, jobs)
        try await work(recording, jobs)
        return recording.texts
    }

    private static func documents(
        _ database: RecordingDatabase, _ jobs: JobWriter
    ) async throws {
        let store = SQLDocumentStore(database, jobs: jobs)
        let story = try Story().uploaded().inspected().uploaded([41]).inspected().released()
            .signed(by: 0).declined(by: 1).acted(.editRejected)
        for change in story.changes { try await store.commit(change) }
        let document = story.document
        _ = try await store.document(link: document.recipients[0].link.hash)
        _ = try await store.revisions(of: document.id, round: 1)
        _ = try await store.context(of: document.id, round: 1)
        _ = try await store.auditTrail(of: document.id)
        _ = try await store.statusFacts(token: ContentHash(of: []), document: document.id)
        let search = DocumentSearch(
            title: "a", signerName: "a", clientID: "a", stages: Set(DocumentStage.allCases),
            createdFrom: now, createdTo: now)
        for search in [search, DocumentSearch(), DocumentSearch(stages: [])] {
            _ = try await store.found(search, in: document.account, offset: 0, limit: 5)
            _ = try await store.count(search, in: document.account)
        }
        for scope in [DocumentQuery.Scope.account, .accountAndPersonal, .personal] {
            let query = DocumentQuery(
                actor: Sample.actor(Sample.author), createdFrom: now, createdTo: now,
                directions: Set(DocumentQuery.Direction.allCases),
                states: Set(DocumentQuery.StateTag.allCases), scope: scope)
            let cursor = DocumentQuery.Cursor(createdAt: now, id: document.id)
            _ = try await store.statuses(query, after: nil, limit: 5)
            _ = try await store.documents(query, after: cursor, limit: 5)
        }
    }

    private static func templates(_ database: RecordingDatabase) async throws {
        let store = SQLTemplateStore(database)
        try await store.add(.sample())
        try await store.add(.sample(version: 2))
        _ = try await store.template(Sample.id(50), in: Sample.author.account)
        let page = try #require(PageNumber(1, rowCount: 5))
        _ = try await store.templates(in: Sample.author.account, page)
    }

    private static func people(_ database: RecordingDatabase) async throws {
        let store = SQLAccountStore(database)
        _ = try await store.account(named: "new", orMake: Sample.id(9))
        try await store.add(
            Sample.user(90, email: "new@example.org"), passwordHash: nil)
        _ = try await store.users(email: Sample.author.email)
        _ = try await store.user(Sample.author.id)
        _ = try await store.users(of: Sample.author.account)
        _ = try await store.passwordHash(of: Sample.author.id)
        let token = AccessToken(
            id: Sample.id(70), user: Sample.author.id, name: "", permissions: [],
            hash: ContentHash(of: [1]), issuedAt: now, expiresAt: nil)
        try await store.add(token)
        _ = try await store.tokens()
        _ = try await store.token(hash: token.hash)
        try await store.noteUse(ofToken: token.id, at: now)
        _ = try await store.revokeToken(token.id, at: now)
        let session = Session(hash: token.hash, user: token.user, startedAt: now, seenAt: now)
        try await store.start(session)
        _ = try await store.session(hash: session.hash)
        try await store.touch(session: session.hash, at: now)
        try await store.endSession(hash: session.hash)
    }

    private static func programs(_ database: RecordingDatabase) async throws {
        let store = SQLAccountStore(database)
        let client = APIClient(
            id: Sample.id(80), user: Sample.author.id, secretHash: ContentHash(of: [1]),
            issuedAt: now)
        try await store.add(client)
        _ = try await store.client(client.id)
        _ = try await store.clients()
        let pairs = [UInt8(91), 92].map { number in
            TokenPair(
                id: Sample.id(number), family: Sample.id(90), client: client.id,
                accessHash: ContentHash(of: [number, 1]),
                refreshHash: ContentHash(of: [number, 2]), issuedAt: now,
                accessExpiresAt: now, refreshExpiresAt: now.adding(seconds: 1))
        }
        try await store.add(pairs[0])
        _ = try await store.pair(refreshHash: pairs[0].refreshHash)
        _ = try await store.exchange(pairs[0], for: pairs[1])
        _ = try await store.access(hash: pairs[1].accessHash)
        try await store.revokeFamily(pairs[0].family, at: now)
        _ = try await store.revokeClient(client.id, at: now)
        let origin = try #require(RedirectOrigin("https://shop.example"))
        try await store.list(origin, for: Sample.author.account)
        _ = try await store.redirectOrigins(of: Sample.author.account)
        _ = try await store.unlist(origin, for: Sample.author.account)
        try await store.keep(Sample.blob, asStampOf: Sample.author.account)
        _ = try await store.stamp(of: Sample.author.account)
        _ = try await store.stamp(of: Sample.author.account, for: Sample.author.email)
    }

    private static func codesAndCertificates(
        _ database: RecordingDatabase, _ jobs: JobWriter
    ) async throws {
        let codes = SQLConfirmationStore(database, jobs: jobs)
        let code = Confirmation.sample(.certificate(user: Sample.anna.id))
        try await codes.request(code, superseding: nil, owing: .sample)
        let next = Confirmation.sample(code.purpose, number: 2, id: 61)
        try await codes.request(next, superseding: code.id, owing: .sample)
        _ = try await codes.pending(code.purpose)
        _ = try await codes.pending(
            .signing(document: Sample.id(20), recipient: Sample.id(100), round: 1))
        _ = try await codes.pending(
            .access(document: Sample.id(20), recipient: Sample.id(100), round: 1))
        _ = try await codes.confirmation(number: 2)
        try await codes.update(next, to: next)
        let certificates = SQLCertificateStore(database)
        let record = CertificateRecord.sample(serial: "4A")
        try await certificates.intend(record.intent)
        try await certificates.issued(record)
        _ = try await certificates.certificate(thumbprint: "")
    }

    private static func work(
        _ database: RecordingDatabase, _ jobs: JobWriter
    ) async throws {
        let queue = SQLJobQueue(database, jobs: jobs)
        let job = try #require(try await queue.claim(at: now, leaseSeconds: 1))
        _ = try await queue.postpone(job, until: now, because: "")
        _ = try await queue.complete(job)
        try await database.write { _ = try $0.execute("DELETE FROM job") }
        _ = try await queue.sweep(at: now)
    }
}
