/// Elements fetched a page at a time, each when the reader has taken the one before. However long
/// the list, one page is in memory, and no transaction or connection waits for a slow reader.
///
/// Pages are told apart by key, not by offset: rows that appear or go while the list is read move
/// no other. Each page is a snapshot of its own moment.
public struct PagedSequence<Element: Sendable, Key: Sendable>: AsyncSequence, Sendable {
    /// Some elements, and the key after which the next page starts; `nil` after the last page.
    public struct Page: Sendable {
        public let elements: [Element]
        public let next: Key?

        public init(_ elements: [Element], next: Key?) {
            self.elements = elements
            self.next = next
        }
    }

    public typealias Failure = any Error

    private let load: @Sendable (Key?) async throws -> Page

    /// - Parameter load: fetches the page after a key; `nil` asks for the first.
    public init(_ load: @escaping @Sendable (_ after: Key?) async throws -> Page) {
        self.load = load
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(load: load)
    }

    public struct Iterator: AsyncIteratorProtocol {
        let load: @Sendable (Key?) async throws -> Page
        var elements: ArraySlice<Element> = []
        var key: Key?
        var isLast = false

        public mutating func next() async throws -> Element? {
            while elements.isEmpty, !isLast {
                try Task.checkCancellation()
                let page = try await load(key)
                elements = page.elements[...]
                key = page.next
                isLast = page.next == nil
            }
            return elements.popFirst()
        }
    }
}
