import Dispatch

/// Holds a synchronous body until the test lets it go.
final class Gate: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    private let arrivals: AsyncStream<Void>
    private let arrival: AsyncStream<Void>.Continuation

    init() {
        (arrivals, arrival) = AsyncStream.makeStream()
    }

    /// Called by the body.
    func hold() {
        arrival.yield()
        opened.wait()
    }

    /// Returns once a body is held.
    func isReached() async {
        for await _ in arrivals { return }
    }

    func open() {
        opened.signal()
    }
}
