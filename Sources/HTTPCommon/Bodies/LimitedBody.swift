import HummingbirdCore
public import NIOCore

/// A request's body as it arrives, cut off with an error once it is too long.
public struct LimitedBody: AsyncSequence, Sendable {
    let body: RequestBody
    let limit: Int
    let tooLarge: any Error
    let counter: ByteCounter

    public struct AsyncIterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        let body: LimitedBody

        public mutating func next() async throws -> ByteBuffer? {
            guard let buffer = try await base.next() else { return nil }
            guard body.counter.add(buffer.readableBytes) <= body.limit else { throw body.tooLarge }
            return buffer
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: body.makeAsyncIterator(), body: self)
    }
}
