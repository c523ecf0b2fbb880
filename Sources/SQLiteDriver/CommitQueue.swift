import Dispatch
internal import GRDB
internal import SQLText
import Synchronization

/// The one writer. Bodies that arrive while a commit runs wait, and then share the next one: with
/// many clients a flush of the disk is paid once for all of them, and a single client never waits
/// for company.
final class CommitQueue: Sendable {
    /// The most bodies that share a commit, so that the first is not held up by an endless queue.
    static let largestGroup = 128

    private struct State {
        var waiting: [PendingWrite] = []
        var isDraining = false
    }

    private let state = Mutex(State())
    private let writer: DatabasePool
    private let queue = DispatchQueue(label: "tamga.sqlite.commits")

    init(writer: DatabasePool) {
        self.writer = writer
    }

    func add(_ write: PendingWrite) {
        let mustStart = state.withLock { state in
            state.waiting.append(write)
            defer { state.isDraining = true }
            return !state.isDraining
        }
        if mustStart { queue.async { self.drain() } }
    }

    private func drain() {
        while let group = nextGroup() {
            CommitGroup(group).commit(on: writer)
            // What was committed is safe without it; the next commit will say what is wrong.
            try? writer.checkpointIfWorthwhile()
        }
    }

    private func nextGroup() -> [PendingWrite]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = Array(state.waiting.prefix(Self.largestGroup))
            state.waiting.removeFirst(group.count)
            return group
        }
    }
}
