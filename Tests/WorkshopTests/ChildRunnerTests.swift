import Domain
import Foundation
import TamgaTestKit
import Testing

@testable import Workshop

/// However a child ends, it is the file's trouble or a fault, and never hangs the server.
@Suite struct ChildRunnerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a child that answers nonsense has met an unreadable file")
    func nonsense() async throws {
        #expect(try await trouble(of: Self.frame(status: 0, "{found")) == .unreadable)
        #expect(try await trouble(of: Self.frame(status: 0, "")) == .unreadable)
    }

    @Test(
        "a task that was ended by a signal has met a complex file", arguments: [6, 9, 11, 14, 24])
    func signalled(signal: Int) async throws {
        #expect(try await trouble(of: Self.frame(status: 256 + signal, "")) == .tooComplex)
    }

    @Test("a child that is killed over a task has met a complex file", arguments: ["KILL", "SEGV"])
    func killed(signal: String) async throws {
        #expect(try await trouble(of: "kill -\(signal) $$") == .tooComplex)
    }

    @Test("a child that never answers is given up")
    func endless() async throws {
        let start = ContinuousClock.now
        #expect(try await trouble(of: "while :; do sleep 1; done", seconds: 3) == .tooComplex)
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test("a child that is given up is killed", .timeLimit(.minutes(1)))
    func givenUp() async throws {
        let note = folder.file("pid")
        _ = try await trouble(of: "echo $$ >\(note); while :; do sleep 1; done", seconds: 1)
        try await end(ofChildIn: note)
    }

    @Test("a child that never stops talking is cut off")
    func talkative() async throws {
        #expect(try await trouble(of: "exec cat /dev/zero >&0") == .unreadable)
        #expect(try await trouble(of: "yes >&0") == .tooComplex)
    }

    @Test("a child that could not lock itself in is a fault")
    func notLocked() async throws {
        await #expect(throws: ChildRunner.Fault.self) {
            try await trouble(of: Self.frame(status: 71, "why"))
        }
    }

    @Test("a program that is not there, or that does not greet, is a fault")
    func missing() async throws {
        for program in [folder.file("nothing"), "/bin/false"] {
            let runner = ChildRunner(executable: program, gate: ChildGate(width: 1))
            await #expect(throws: ChildRunner.Fault.self) { try await runner.answer(.probe) }
        }
    }

    @Test("a child that died waiting is replaced before the next task", .timeLimit(.minutes(1)))
    func diedIdle() async throws {
        let note = folder.file("pid")
        let runner = try runner("echo $$ >\(note); \(Self.frame(status: 0, "{found")); exit 0")
        for _ in 0..<3 {
            guard case .unusable(.unreadable) = try await runner.answer(.probe) else {
                Issue.record("not answered")
                continue
            }
            try await end(ofChildIn: note)
        }
    }

    @Test(
        "a line tells that the other end is gone, with or without something unread",
        arguments: [true, false])
    func goneLine(leavesUnread: Bool) throws {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let line = Line(descriptor: ends[0])
        defer { close(ends[0]) }
        #expect(line.pendingCount == 0)
        if leavesUnread { try line.send([1]) }
        close(ends[1])
        #expect(line.pendingCount == nil)
    }

    @Test("a cancelled task is no file's trouble")
    func cancelled() async throws {
        let runner = try runner("sleep 20")
        let task = Task { try await runner.answer(.probe) }
        try await Task.sleep(for: .milliseconds(300))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("no more children live at once than the gate lets in")
    func gate() async throws {
        let gate = ChildGate(width: 3)
        let crowd = Crowd()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { try await gate.pass { try await crowd.visit() } }
            }
            try await group.waitForAll()
        }
        #expect((1...3).contains(await crowd.most))
    }

    /// Waits until the child that has written its number here is gone.
    private func end(ofChildIn note: String) async throws {
        let text = try String(contentsOfFile: note, encoding: .utf8)
        let pid = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        while kill(pid, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
    }

    /// Counts who is inside at once.
    private actor Crowd {
        private var inside = 0
        private(set) var most = 0

        func visit() async throws {
            inside += 1
            most = max(most, inside)
            try await Task.sleep(for: .milliseconds(2))
            inside -= 1
        }
    }

    /// Shell code that answers a task.
    private static func frame(status: Int, _ answer: String) -> String {
        let bytes = Line.bytes(UInt32(status)) + Line.bytes(UInt32(answer.utf8.count))
        let header = bytes.map { "\\" + String(format: "%03o", $0) }.joined()
        return "printf '\(header)\(answer)' >&0"
    }

    /// A runner whose children greet, wait for a task, and then run this script.
    private func runner(_ script: String, seconds: Double = 10) throws -> ChildRunner {
        let path = try folder.write(
            Array("#!/bin/sh\nprintf R >&0\nhead -c 1 >/dev/null\n\(script)\n".utf8), as: "child")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return ChildRunner(
            executable: path, gate: ChildGate(width: 1), timeLimit: .seconds(seconds))
    }

    /// The trouble that a child of this shell script comes to.
    private func trouble(of script: String, seconds: Double = 10) async throws -> FileTrouble? {
        let answer = try await runner(script, seconds: seconds).answer(.probe)
        guard case .unusable(let trouble) = answer else { return nil }
        return trouble
    }
}
