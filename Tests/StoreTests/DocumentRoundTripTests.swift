import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Documents in the store")
struct DocumentRoundTripTests {
    /// Every state, every kind of turn and every status of a file.
    private static let stories: [(String, @Sendable () throws -> Story)] = [
        ("an empty draft", { Story() }),
        ("a sequential draft without the client's id", { Story(21, isSequential: true) }),
        ("a draft whose file is read", { try Story().uploaded() }),
        (
            "a draft with an unreadable file",
            { try Story().uploaded().inspected(.unusable(.empty)) }
        ),
        ("a draft ready to send", { try Story().uploaded().inspected() }),
        (
            "a draft whose files were replaced",
            {
                try Story().uploaded([40, 41], names: ["a.pdf", "b.pdf"]).inspected().uploaded([42])
            }
        ),
        ("a document being signed", { try Story().sent() }),
        ("one whose second step waits", { try Story(isSequential: true).sent() }),
        ("one that was opened", { try Story().sent().then { try #require(try $0.opened()) } }),
        ("one that is half signed", { try Story().sent().signed(by: 0) }),
        ("one to be sealed", { try Story().sent().signed(by: 0).signed(by: 1) }),
        (
            "one whose seal is in trouble",
            {
                try Story().sent().signed(by: 0).signed(by: 1).then { try $0.troubled("why") }
            }
        ),
        ("a signed one", { try Story().sent().sealed() }),
        ("a declined one", { try Story().sent().declined(by: 1) }),
        ("a revoked one", { try Story().sent().acted(.revoke) }),
        ("a deleted draft", { try Story().acted(.deleteDraft) }),
        ("a deleted signed one", { try Story().sent().sealed().acted(.deleteReleased) }),
        ("one that is edited again", { try Story().sent().declined(by: 0).acted(.editRejected) }),
        (
            "one in its second round",
            {
                try Story().sent().signed(by: 0).declined(by: 1).acted(.editRejected).released()
                    .signed(by: 0)
            }
        ),
    ]

    @Test("comes back as it went in, after each change", arguments: stories.map(\.0))
    func roundTrips(_ name: String) async throws {
        let store = try await TemporaryStore.peopled()
        let story = try #require(Self.stories.first { $0.0 == name }).1()
        for change in story.changes {
            try await store.documents.commit(change)
            #expect(try await store.documents.document(change.after.id) == change.after)
        }
    }

    @Test("an unknown id is absent")
    func unknownIsAbsent() async throws {
        let store = try await TemporaryStore.peopled()
        #expect(try await store.documents.document(Sample.id(99)) == nil)
    }

    @Test("a link leads to its document and recipient, until it is replaced")
    func findsByLink() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent().declined(by: 0)
        let before = try await store.tell(story).recipients[1]
        let found = try #require(try await store.documents.document(link: before.link.hash))
        #expect(found.0 == story.document && found.1 == .recipient(before.id))
        try await store.documents.commit(story.acted(.editRejected).changes.last!)
        #expect(try await store.documents.document(link: before.link.hash) == nil)
    }

    @Test("revisions come in order, those of the asked round alone")
    func readsRevisions() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent().signed(by: 0).declined(by: 1).acted(.editRejected).released()
        let document = try await store.tell(story)
        let kinds = try await store.documents.revisions(of: document.id, round: 1).map(\.kind)
        #expect(kinds == [.base, .layout, .signature(document.recipients[0].id)])
        let second = try await store.documents.revisions(of: document.id, round: 2)
        #expect(second == story.changes.last?.revisions)
    }

    @Test("the context is that of the last revision")
    func readsContext() async throws {
        let store = try await TemporaryStore.peopled()
        let document = try await store.tell(try Story().sent().signed(by: 1))
        let context = try await store.documents.context(of: document.id, round: 1)
        #expect(context == Sample.context(2))
    }

    @Test("a context of an earlier revision or round is none")
    func refusesStaleContext() async throws {
        let store = try await TemporaryStore.peopled()
        let document = try await store.tell(try Story().sent().signed(by: 1))
        try await store.database.write { connection in
            try connection.execute("UPDATE signing_context SET revision = 1")
        }
        #expect(try await store.documents.context(of: document.id, round: 1) == nil)
        #expect(try await store.documents.context(of: document.id, round: 2) == nil)
    }

    @Test("the audit trail is kept row by row, and its chain holds")
    func keepsAuditTrail() async throws {
        let store = try await TemporaryStore.peopled()
        let story = try Story().sent().sealed()
        let document = try await store.tell(story)
        let trail = try await store.documents.auditTrail(of: document.id)
        #expect(trail == story.changes.flatMap(\.audit))
        let head = trail.reduce(ContentHash(of: [])) { AuditRow.hash(of: $1.body, after: $0) }
        #expect(head == document.audit.head)
    }
}

extension Document {
    fileprivate func opened() throws -> Change? {
        try opening(by: recipients[0].id, at: now)
    }
}
