import Foundation
import TamgaTestKit
import Testing

@Suite("Starting a server")
struct StartingTests {
    private func serve(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await OutsideTool.run(
            BuiltTamga.path, ["serve", "--listen", "127.0.0.1:0", "--aes-key", "p-256"] + arguments)
    }

    @Test("a second server on one data directory is refused, with the remedy")
    func second() async throws {
        let server = try ServerProcess()
        try await server.start()
        let second = try await serve("--data-dir", server.dataFolder)
        #expect(!second.succeeded)
        #expect(second.errors.contains("Stop it first, or choose another data directory"))
    }

    @Test("after a server was killed the next one starts")
    func afterKill() async throws {
        let server = try ServerProcess()
        try await server.start()
        try await server.kill()
        try await server.start()
        #expect(await server.startCount == 2)
    }

    @Test("a wrong key file refuses to start, and says so")
    func wrongKey() async throws {
        let server = try ServerProcess()
        try await server.start()
        try await server.kill()
        let folder = try TemporaryFolder()
        let other = Data(repeating: 7, count: 32).base64EncodedString()
        let path = try folder.write(Array(other.utf8), as: "other.key")
        let refused = try await serve("--data-dir", server.dataFolder, "--key-file", path)
        #expect(!refused.succeeded)
        #expect(refused.errors.contains("the key file is not the one under which it was kept"))
    }

    @Test("a lost key file refuses to start, and is not made anew")
    func lostKey() async throws {
        let server = try ServerProcess()
        try await server.start()
        try await server.kill()
        let path = server.dataFolder + "/keys/master.key"
        try FileManager.default.removeItem(atPath: path)
        let refused = try await serve("--data-dir", server.dataFolder)
        #expect(!refused.succeeded && refused.errors.contains("restore it from its backup"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
