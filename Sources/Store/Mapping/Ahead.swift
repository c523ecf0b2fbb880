internal import Dispatch
internal import FoundationEssentials
internal import Synchronization

/// Parts made while those before them are used, so that a transaction of many rows waits for none
/// of them (docs/decisions/0018-made-ahead.md).
final class Ahead<Part: Sendable>: Sendable {
    private struct State {
        /// The first is made by whoever wants the parts.
        var next = 1
        var parts: [Result<Part, any Error>?]
    }

    private let state: Mutex<State>
    private let made: [DispatchSemaphore]
    private let make: @Sendable (Int) throws -> Part

    /// The first part is there when this returns.
    init(_ count: Int, _ make: @escaping @Sendable (Int) throws -> Part) {
        state = Mutex(State(parts: Array(repeating: nil, count: count)))
        made = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        self.make = make
        // Whoever uses the parts has a core of its own. Not tasks: their threads may all be waiting.
        for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount - 1) {
            DispatchQueue.global().async { while self.makeNext() {} }
        }
        if count > 0 { keep(0) }
    }

    /// A part that is still being made is waited for, and the time used to make another.
    func part(_ place: Int) throws -> Part {
        if made[place].wait(timeout: .now()) == .timedOut {
            makeNext()
            made[place].wait()
        }
        defer { made[place].signal() }
        guard let part = state.withLock({ $0.parts[place] }) else {
            preconditionFailure("part \(place) was announced before it was made")
        }
        return try part.get()
    }

    /// Throws the parts away, on another thread: for a thousand rows that takes milliseconds, for
    /// which nobody should wait.
    func discard() {
        DispatchQueue.global().async {
            _ = self.state.withLock { state in
                defer { state.parts = [] }
                return state.parts
            }
        }
    }

    /// - Returns: whether there may be more to make.
    @discardableResult private func makeNext() -> Bool {
        let next = state.withLock { state -> Int? in
            guard state.next < made.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
        guard let next else { return false }
        keep(next)
        return true
    }

    private func keep(_ place: Int) {
        let part = Result { try make(place) }
        state.withLock { $0.parts[place] = part }
        made[place].signal()
    }
}
