import Glibc

/// Lets so many children live at once; the others wait in order.
actor ChildGate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// One for all workshops of this process: the cores that their children share are the same, and
    /// a child's time runs while it waits for one.
    static let machine = ChildGate(width: max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    init(width: Int) {
        free = max(1, width)
    }

    nonisolated func pass<Result: Sendable>(
        _ body: () async throws -> Result
    ) async throws -> Result {
        await enter()
        do {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// The place goes to the first who waits, if anybody does.
    private func leave() {
        guard !waiting.isEmpty else {
            free += 1
            return
        }
        waiting.removeFirst().resume()
    }
}
