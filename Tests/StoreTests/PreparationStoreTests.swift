import TamgaTestKit
import Testing

@testable import Domain

@Suite("What signers were given to sign elsewhere")
struct PreparationStoreTests {
    private let store: TemporaryStore
    private let document: Document

    init() async throws {
        store = try await TemporaryStore.peopled()
        document = try await store.tell(Story().sent())
    }

    private func preparation(
        _ seed: UInt8, round: Int? = nil, neededRoom: Int? = nil
    ) -> Preparation {
        func blob(_ place: UInt8) -> Blob {
            Blob(hash: ContentHash(of: [seed, place]), byteCount: Int(seed) + Int(place))
        }
        return Preparation(
            document: document.id, round: round ?? document.round,
            recipient: document.recipients[0].id, revision: 1, opening: blob(1),
            closing: blob(2), plan: blob(3), values: blob(4), room: 24_576,
            digest: ContentHash(of: [seed]), at: now, neededRoom: neededRoom)
    }

    private func kept() async throws -> Preparation? {
        try await store.preparations.preparation(
            for: document.recipients[0].id, of: document.id, round: document.round)
    }

    @Test("one is kept as it was made, for its recipient and round alone")
    func keeps() async throws {
        #expect(try await kept() == nil)
        let own = preparation(1)
        #expect(try await store.preparations.keep(own, replacing: nil) == own)
        #expect(try await kept() == own)
        let other = try await store.preparations.preparation(
            for: document.recipients[1].id, of: document.id, round: document.round)
        let next = try await store.preparations.preparation(
            for: document.recipients[0].id, of: document.id, round: document.round + 1)
        #expect(other == nil && next == nil)
    }

    @Test("the next one takes the place of the one that was known")
    func replaces() async throws {
        let first = try await store.preparations.keep(preparation(1), replacing: nil)
        let second = preparation(2)
        #expect(try await store.preparations.keep(second, replacing: first) == second)
        #expect(try await kept() == second)
    }

    @Test("of two at once the first stays, and both are told so")
    func firstStays() async throws {
        let first = try await store.preparations.keep(preparation(1), replacing: nil)
        #expect(try await store.preparations.keep(preparation(2), replacing: nil) == first)
        let second = try await store.preparations.keep(preparation(3), replacing: first)
        #expect(try await store.preparations.keep(preparation(4), replacing: first) == second)
    }

    @Test("the room that is needed is noted for those bytes alone")
    func notesRoom() async throws {
        let first = try await store.preparations.keep(preparation(1), replacing: nil)
        try await store.preparations.note(neededRoom: 30_000, for: first)
        #expect(try await kept() == preparation(1, neededRoom: 30_000))
        let second = try await store.preparations.keep(preparation(2), replacing: first)
        try await store.preparations.note(neededRoom: 40_000, for: first)
        #expect(try await kept() == second)
    }

    @Test("one of a round that does not exist is a fault")
    func refusesNobody() async throws {
        await #expect(throws: (any Error).self) {
            _ = try await store.preparations.keep(preparation(1, round: 9), replacing: nil)
        }
    }
}
