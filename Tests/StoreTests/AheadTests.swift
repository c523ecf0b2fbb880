import Synchronization
import Testing

@testable import Store

@Suite("Parts made ahead", .timeLimit(.minutes(1)))
struct AheadTests {
    private struct Failure: Error, Equatable {
        let place: Int
    }

    @Test("each part is at its place, however long the others take", arguments: [0, 1, 2, 40])
    func keepsOrder(count: Int) throws {
        let parts = Ahead(count) { $0 * $0 }
        let used = try (0..<count).map(parts.part)
        #expect(used == (0..<count).map { $0 * $0 })
    }

    @Test("each part is made once")
    func makesOnce() throws {
        let made = Counts()
        let parts = Ahead(30) { place in made.note(place) }
        for place in 0..<30 { try parts.part(place) }
        #expect(made.all == Dictionary(uniqueKeysWithValues: (0..<30).map { ($0, 1) }))
    }

    @Test("a part that cannot be made says so where it is asked for, and nowhere else")
    func failsInPlace() throws {
        let parts = Ahead(10) { place in
            guard place != 7 else { throw Failure(place: place) }
            return place
        }
        let used = try (0..<7).map(parts.part) + [parts.part(9)]
        #expect(used == Array(0..<7) + [9])
        #expect(throws: Failure(place: 7)) { try parts.part(7) }
    }
}

private final class Counts: Sendable {
    private let counts = Mutex([Int: Int]())

    var all: [Int: Int] { counts.withLock { $0 } }

    func note(_ place: Int) { counts.withLock { $0[place, default: 0] += 1 } }
}
