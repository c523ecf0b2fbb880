import SQLText
import Testing

@Suite("Paged sequences")
struct PagedSequenceTests {
    /// 0 to 9 in pages of three, counting the pages asked for.
    private func numbers(_ loads: Counter) -> PagedSequence<Int, Int> {
        PagedSequence { after in
            await loads.increment()
            let start = after ?? 0
            let end = min(start + 3, 10)
            return .init(Array(start..<end), next: end == 10 ? nil : end)
        }
    }

    private actor Counter {
        var count = 0
        func increment() { count += 1 }
    }

    @Test("all elements come once and in order")
    func deliversAll() async throws {
        var seen: [Int] = []
        for try await number in numbers(Counter()) { seen.append(number) }
        #expect(seen == Array(0..<10))
    }

    @Test("no page is fetched before the one before is taken")
    func fetchesLazily() async throws {
        let loads = Counter()
        var iterator = numbers(loads).makeAsyncIterator()
        for _ in 0..<3 { _ = try await iterator.next() }
        #expect(await loads.count == 1)
        _ = try await iterator.next()
        #expect(await loads.count == 2)
    }

    @Test("an empty page in the middle does not end the sequence")
    func passesEmptyPages() async throws {
        let sequence = PagedSequence<Int, Int> { after in
            switch after {
            case nil: .init([1], next: 1)
            case 1: .init([], next: 2)
            default: .init([2], next: nil)
            }
        }
        var seen: [Int] = []
        for try await number in sequence { seen.append(number) }
        #expect(seen == [1, 2])
    }
}
