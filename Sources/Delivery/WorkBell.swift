import Synchronization

/// Wakes idle workers when work was committed. A ring is a hint: a worker that misses it finds
/// the job at its next look.
public final class WorkBell: Sendable {
    private struct State {
        var rings = 0
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextID = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// The number of rings so far: taken before looking for work, so that none is missed.
    var rings: Int { state.withLock { $0.rings } }

    public func ring() {
        let sleepers = state.withLock { state in
            state.rings += 1
            defer { state.sleepers = [:] }
            return state.sleepers.values
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    /// Returns at the next ring after `seen`, after `timeout`, or when the task is cancelled.
    func wait(after seen: Int, timeout: Duration) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let timer = Task {
            try? await Task.sleep(for: timeout)
            wake(id)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mayRest = state.withLock { state in
                    guard state.rings == seen, !Task.isCancelled else { return false }
                    state.sleepers[id] = continuation
                    return true
                }
                if !mayRest { continuation.resume() }
            }
        } onCancel: {
            wake(id)
        }
        timer.cancel()
    }

    private func wake(_ id: Int) {
        state.withLock { $0.sleepers.removeValue(forKey: id) }?.resume()
    }
}
