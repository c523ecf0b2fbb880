import SQLText
import TamgaTestKit
import Testing

@testable import Domain
@testable import Store

@Suite("Listing documents")
struct ListingTests {
    /// Five documents of one account, a second apart, the later ones further on.
    private static func month() async throws -> TemporaryStore {
        let store = try await TemporaryStore.peopled()
        for number in UInt8(0)..<5 {
            try await store.tell(
                Story(20 + number, at: now.adding(seconds: Int64(number) - 100)))
        }
        return store
    }

    private static func query(
        _ user: User = Sample.author, from: Int64 = -1_000, to: Int64 = 0,
        _ directions: Set<DocumentQuery.Direction> = [],
        _ states: Set<DocumentQuery.StateTag> = [], _ scope: DocumentQuery.Scope = .account
    ) -> DocumentQuery {
        DocumentQuery(
            actor: Sample.actor(user), createdFrom: now.adding(seconds: from),
            createdTo: now.adding(seconds: to), directions: directions, states: states,
            scope: scope)
    }

    private static func ids(_ numbers: [UInt8]) -> [DocumentID] { numbers.map { Sample.id($0) } }

    private func list(_ store: TemporaryStore, _ query: DocumentQuery) async throws -> [DocumentID]
    {
        try await store.documents.statuses(query, after: nil, limit: 100).map(\.id)
    }

    @Test("the newest comes first")
    func ordersByCreation() async throws {
        let store = try await Self.month()
        #expect(try await list(store, Self.query()) == Self.ids([24, 23, 22, 21, 20]))
    }

    @Test("both bounds belong to the interval")
    func includesBounds() async throws {
        let store = try await Self.month()
        #expect(try await list(store, Self.query(from: -99, to: -97)) == Self.ids([23, 22, 21]))
    }

    @Test("pages join without gap or repetition")
    func pages() async throws {
        let store = try await Self.month()
        for scope in [DocumentQuery.Scope.account, .accountAndPersonal, .personal] {
            let query = Self.query(Sample.author, [], [], scope)
            var (seen, cursor): ([DocumentID], DocumentQuery.Cursor?) = ([], nil)
            repeat {
                let page = try await store.documents.statuses(query, after: cursor, limit: 2)
                seen += page.map(\.id)
                cursor = page.last.map { .init(createdAt: $0.createdAt, id: $0.id) }
            } while cursor != nil
            #expect(seen == Self.ids([24, 23, 22, 21, 20]))
        }
    }

    @Test("documents created at one moment are told apart by id")
    func pagesThroughOneMoment() async throws {
        let store = try await TemporaryStore.peopled()
        for number in UInt8(20)..<25 { try await store.tell(Story(number)) }
        let first = try await store.documents.statuses(Self.query(), after: nil, limit: 3)
        let last = try #require(first.last)
        let rest = try await store.documents.statuses(
            Self.query(), after: .init(createdAt: last.createdAt, id: last.id), limit: 3)
        #expect((first + rest).map(\.id) == Self.ids([24, 23, 22, 21, 20]))
    }

    @Test("whole documents come as they are stored")
    func listsWholeDocuments() async throws {
        let store = try await TemporaryStore.peopled()
        let document = try await store.tell(try Story().sent().signed(by: 0))
        let listed = try await store.documents.documents(Self.query(), after: nil, limit: 10)
        #expect(listed == [document])
    }

    @Test("another account's documents are not listed")
    func keepsAccountsApart() async throws {
        let store = try await Self.month()
        #expect(try await list(store, Self.query(Sample.stranger)).isEmpty)
    }

    /// One document in each state: draft 20, signing 21, half signed 22, signed 23, rejected 24,
    /// deleted 25.
    private static func states() async throws -> TemporaryStore {
        let store = try await TemporaryStore.peopled()
        let stories = [
            Story(20), try Story(21).sending(51), try Story(22).sending(52).signed(by: 0),
            try Story(23).sending(53).sealed(), try Story(24).sending(54).declined(by: 1),
            try Story(25).sending(55).acted(.deleteReleased),
        ]
        for story in stories { try await store.tell(story) }
        return store
    }

    @Test(
        "a tag of the state picks its documents",
        arguments: [
            (DocumentQuery.StateTag.draft, [20]), (.completed, [23]), (.rejected, [24]),
            (.deleted, [25]), (.waitsOthers, [22, 21]), (.waitsMe, []),
        ] as [(DocumentQuery.StateTag, [UInt8])])
    func filtersByState(_ tag: DocumentQuery.StateTag, _ expected: [UInt8]) async throws {
        let store = try await Self.states()
        #expect(try await list(store, Self.query(Sample.author, [], [tag])) == Self.ids(expected))
    }

    @Test("tags of one group add up")
    func addsUpTags() async throws {
        let store = try await Self.states()
        let query = Self.query(Sample.author, [], [.draft, .deleted])
        #expect(try await list(store, query) == Self.ids([25, 20]))
    }

    @Test("what others sent reaches a signer of another account, never a draft")
    func listsReceived() async throws {
        let store = try await Self.states()
        let query = Self.query(Sample.anna, [.income], [], .accountAndPersonal)
        #expect(try await list(store, query) == Self.ids([25, 24, 23, 22, 21]))
    }

    @Test("it waits for the signer whose turn is open, and for others where theirs is")
    func tellsWhoseTurnItIs() async throws {
        let store = try await Self.states()
        let waitsAnna = Self.query(Sample.anna, [], [.waitsMe], .accountAndPersonal)
        #expect(try await list(store, waitsAnna) == Self.ids([21]))
        let waitsBoris = Self.query(Sample.boris, [], [.waitsMe], .accountAndPersonal)
        #expect(try await list(store, waitsBoris) == Self.ids([22, 21]))
        let waitsOthers = Self.query(Sample.boris, [], [.waitsOthers], .accountAndPersonal)
        #expect(try await list(store, waitsOthers) == Self.ids([21]))
    }

    @Test("a signer sees nothing before the step is reached")
    func hidesUnreachedSteps() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.tell(try Story(isSequential: true).sent())
        let anna = Self.query(Sample.anna, [.income], [], .accountAndPersonal)
        #expect(try await list(store, anna) == Self.ids([20]))
        let boris = Self.query(Sample.boris, [.income], [], .accountAndPersonal)
        #expect(try await list(store, boris).isEmpty)
    }

    @Test("without the personal permission the result stays within the account")
    func staysWithinAccount() async throws {
        let store = try await Self.states()
        #expect(try await list(store, Self.query(Sample.anna, [.income], [])).isEmpty)
    }

    @Test("a document that one both wrote and signs is listed once")
    func listsOnce() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.tell(try Story(to: [Sample.author, Sample.anna]).sent())
        for scope in [DocumentQuery.Scope.personal, .accountAndPersonal] {
            let query = Self.query(Sample.author, [], [], scope)
            #expect(try await list(store, query) == Self.ids([20]))
        }
    }

    @Test(
        "no page scans a table, wherever it starts",
        arguments: [DocumentQuery.Scope.account, .accountAndPersonal, .personal])
    func walksIndices(_ scope: DocumentQuery.Scope) async throws {
        let store = try await TemporaryStore.peopled()
        let statement = Self.query(Sample.author, [.income], [.waitsOthers], scope)
            .statement(after: .init(createdAt: now, id: Sample.id(1)), limit: 10)
        let plan = try await store.database.read { connection in
            try connection.rows(of: "EXPLAIN QUERY PLAN \(statement)")
                .map { try $0.value("detail", as: String.self) }
        }
        #expect(!plan.isEmpty)
        for table in ["d", "r", "t", "me", "mine"] {
            #expect(!plan.contains { $0 == "SCAN \(table)" || $0.hasPrefix("SCAN \(table) ") })
        }
    }
}

extension Story {
    /// Sent with a file of its own.
    fileprivate func sending(_ file: UInt8) throws -> Story {
        try uploaded([file]).inspected().released()
    }
}
