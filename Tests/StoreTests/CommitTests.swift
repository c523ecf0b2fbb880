import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Committing a change")
struct CommitTests {
    @Test("of two changes to one version the second is a conflict and changes nothing")
    func secondIsConflict() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent()
        try await store.tell(story)
        let first = try story.signed(by: 0)
        try await store.documents.commit(try #require(first.changes.last))
        await #expect(throws: VersionConflict()) {
            try await store.documents.commit(try #require(try story.acted(.revoke).changes.last))
        }
        #expect(try await store.documents.document(story.document.id) == first.document)
    }

    @Test("of many at once exactly one wins")
    func oneWins() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent()
        try await store.tell(story)
        let change = try #require(try story.signed(by: 0).changes.last)
        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask { (try? await store.documents.commit(change)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
    }

    @Test("a change that cannot be stored whole leaves neither rows, events nor jobs")
    func leavesNothing() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent()
        try await store.tell(story)
        let jobs = try await store.count("SELECT COUNT(*) FROM job")
        var change = try #require(try story.signed(by: 0).changes.last)
        change.certificate = CertificateRecord(
            serial: "00", purpose: .oneTime, contact: .email(Sample.anna.email),
            commonName: "nobody",
            requestedAt: now)
        await #expect(throws: (any Error).self) { try await store.documents.commit(change) }
        #expect(try await store.documents.document(story.document.id) == story.document)
        #expect(try await store.count("SELECT COUNT(*) FROM job") == jobs)
        let trail = try await store.documents.auditTrail(of: story.document.id)
        #expect(trail.count == story.document.audit.count)
    }

    @Test("of documents made at once none is there where one cannot be made or stored")
    func storesAllOrNone() async throws {
        let store = try await TemporaryStore.peopled()
        let changes = (20..<110).map { Story(UInt8($0)).changes[0] }
        await #expect(throws: CancellationError.self) {
            try await store.documents.commit(changes.count) { place in
                if place == 80 { throw CancellationError() }
                return (changes[place], place)
            }
        }
        await #expect(throws: SQLError(.uniqueViolation(table: "document"), "")) {
            try await store.documents.commit(changes.count + 1) { place in
                (changes[place % changes.count], place)
            }
        }
        for change in changes {
            #expect(try await store.documents.document(change.after.id) == nil)
        }
    }

    @Test("of documents made at once each is as it would be alone, and told in its order")
    func storesEach() async throws {
        let store = try await TemporaryStore.peopled()
        let changes = (20..<110).map { Story(UInt8($0)).changes[0] }
        let told = try await store.documents.commit(changes.count) { (changes[$0], $0) }
        #expect(told == Array(changes.indices))
        for change in changes {
            #expect(try await store.documents.document(change.after.id) == change.after)
        }
    }

    @Test("a signature that was given is never overwritten")
    func keepsApproval() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent().signed(by: 0)
        let document = try await store.tell(story)
        var change = Change(document)
        change.after.recipients[0].turn?.progress = .opened(at: now)
        await #expect(throws: (any Error).self) { try await store.documents.commit(change) }
        #expect(try await store.documents.document(document.id) == document)
    }

    @Test("a one-time code is used up once, with the change that it confirms")
    func usesCodeOnce() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent()
        try await store.tell(story)
        let code = Confirmation.signing(story.document, position: 0)
        try await store.confirmations.request(code, superseding: nil, owing: .sample)
        var first = try #require(try story.signed(by: 0).changes.last)
        first.confirmation = code
        try await store.documents.commit(first)
        var second = try first.after.signingChange(by: 1)
        second.confirmation = code
        await #expect(throws: VersionConflict()) { try await store.documents.commit(second) }
        #expect(try await store.documents.document(story.document.id) == first.after)
    }

    @Test("a one-time certificate signs once")
    func usesCertificateOnce() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent()
        try await store.tell(story)
        let certificate = CertificateRecord.sample(serial: "4A")
        try await store.certificates.intend(certificate.intent)
        var first = try #require(try story.signed(by: 0).changes.last)
        first.certificate = certificate
        try await store.documents.commit(first)
        var second = try first.after.signingChange(by: 1)
        second.certificate = certificate
        await #expect(throws: (any Error).self) { try await store.documents.commit(second) }
    }
}
