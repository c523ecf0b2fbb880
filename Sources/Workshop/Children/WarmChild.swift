import Dispatch
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A child of this program that waits for tasks at the other end of a line.
///
/// It ends when the line is closed: with this value, or with this process, however that ends. One
/// that was given up is killed, for it may be past hearing.
final class WarmChild: Sendable {
    private let line: Line
    /// Waiting for a child keeps no thread of the concurrency pool waiting.
    private let queue = DispatchQueue(label: "tamga.child")
    private let state = Mutex(State())

    /// For a program to start on a machine that has much else to do; it has read nothing foreign.
    private static let startLimit = Duration.seconds(30)

    private struct State {
        var isWarm = false
        var taskCount = 0
        var isSpent = false
        var life: Task<Void, Never>?
    }

    /// Starts the program's subcommand `_child`; whether that succeeds shows with the first task.
    init(_ executable: String) throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw ChildRunner.Fault(status: errno, reason: "no socket for a child")
        }
        line = Line(descriptor: ends[0])
        let input = FileDescriptor(rawValue: ends[1])
        let life = Task.detached { [weak self] in
            await Self.live(executable, input)
            // However it ended, or if it never began, the line tells.
            self?.hangUp()
        }
        state.withLock { $0.life = life }
    }

    private static func live(_ executable: String, _ input: FileDescriptor) async {
        var options = PlatformOptions()
        // Killing it kills the copy that works for it too.
        options.processGroupID = 0
        _ = try? await Subprocess.run(
            .path(FilePath(executable)), arguments: ["_child"],
            environment: ChildRunner.environment, platformOptions: options,
            input: .fileDescriptor(input, closeAfterSpawningProcess: true),
            output: .discarded,
            error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
    }

    deinit { close(line.descriptor) }

    private func hangUp() {
        state.withLock { state in
            state.isSpent = true
            state.life?.cancel()
        }
        shutdown(line.descriptor, Int32(SHUT_RDWR))
    }

    /// Whether it may be given another task: it lives, and has said nothing but its answers.
    func isUsable(upTo taskLimit: Int) -> Bool {
        state.withLock { state in
            guard !state.isSpent, state.taskCount < taskLimit, let count = line.pendingCount else {
                return false
            }
            return count == 0 || !state.isWarm
        }
    }

    /// Has one task carried out; only one at a time may be under way.
    func carryOut(
        _ request: [UInt8], within limit: Duration
    ) async throws -> ChildRunner.Ending {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async {
                    continuation.resume(with: Result { try self.exchange(request, limit) })
                }
            }
        } onCancel: {
            hangUp()
        }
    }

    private func exchange(
        _ request: [UInt8], _ limit: Duration
    ) throws -> ChildRunner.Ending {
        try warmUp()
        line.wait(limit)
        do throws(Line.Silence) {
            let ending = try ending(of: request)
            state.withLock { $0.taskCount += 1 }
            return ending
        } catch {
            hangUp()
            return error == .overran ? .overran : .killed
        }
    }

    private func warmUp() throws(ChildRunner.Fault) {
        guard !state.withLock({ $0.isWarm }) else { return }
        line.wait(Self.startLimit)
        guard let greeting = try? line.receive(1), greeting == [ChildMain.ready] else {
            throw ChildRunner.Fault(status: -1, reason: "a child did not start")
        }
        state.withLock { $0.isWarm = true }
    }

    private func ending(of request: [UInt8]) throws(Line.Silence) -> ChildRunner.Ending {
        try line.send(frame: request)
        let status = Int32(bitPattern: try line.receiveNumber())
        let answer = try line.receiveFrame(limit: ChildMain.answerByteLimit)
        switch status {
        case ChildMain.Status.overran: return .overran
        case 0..<ChildRunner.killedStatus: return .exited(status, answer: answer)
        default: return .killed
        }
    }
}
