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

    @Test("a child that talks nonsense has met an unreadable file")
    func nonsense() async throws {
        #expect(try await trouble(of: "echo '{\"found\":'") == .unreadable)
        #expect(try await trouble(of: "true") == .unreadable)
    }

    @Test("a child that was killed has met a complex file", arguments: ["KILL", "SEGV", "XCPU"])
    func killed(signal: String) async throws {
        #expect(try await trouble(of: "kill -\(signal) $$") == .tooComplex)
    }

    @Test("a child that never ends is ended")
    func endless() async throws {
        let start = ContinuousClock.now
        #expect(try await trouble(of: "while :; do :; done", seconds: 0.5) == .tooComplex)
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test("a child that never stops talking is cut off")
    func talkative() async throws {
        #expect(try await trouble(of: "exec cat /dev/zero") == .tooComplex)
    }

    @Test("a child that could not lock itself in is a fault")
    func notLocked() async throws {
        await #expect(throws: ChildRunner.Fault.self) { try await trouble(of: "exit 71") }
    }

    @Test("a program that is not there, or that does not listen, is a fault")
    func missing() async throws {
        for program in [folder.file("nothing"), "/bin/false"] {
            let runner = ChildRunner(executable: program, gate: ChildGate(width: 1))
            await #expect(throws: (any Error).self) { try await runner.answer(.probe) }
        }
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

    /// The trouble that a child of this shell script comes to.
    private func trouble(of script: String, seconds: Double = 10) async throws -> FileTrouble? {
        let path = try folder.write(
            Array("#!/bin/sh\ncat >/dev/null\n\(script)\n".utf8), as: "child")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        let runner = ChildRunner(
            executable: path, gate: ChildGate(width: 1), timeLimit: .seconds(seconds))
        guard case .unusable(let trouble) = try await runner.answer(.probe) else { return nil }
        return trouble
    }
}
