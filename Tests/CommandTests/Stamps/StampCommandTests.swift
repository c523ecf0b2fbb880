import Foundation
import TamgaTestKit
import Testing

@Suite("tamga stamp")
struct StampCommandTests {
    private let folder: TemporaryFolder
    private let png: String

    /// One grey pixel.
    private static let pixel = """
        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==
        """

    init() throws {
        folder = try TemporaryFolder()
        let bytes = try #require(Data(base64Encoded: Self.pixel))
        png = try folder.write([UInt8](bytes), as: "seal.png")
    }

    private func run(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await Command.run(
            ["stamp"] + arguments + ["--account", "sales", "--data-dir", folder.file("data")])
    }

    private func addUser() async throws {
        let added = try await Command.run(
            "user", "add", "--email", "author@example.org", "--name", "Петров Пётр",
            "--account", "sales", "--data-dir", folder.file("data"))
        try #require(added.succeeded, "\(added.errors)")
    }

    @Test("gives back the picture that was set, until it is removed")
    func keeps() async throws {
        try await addUser()
        let set = try await run("set", png)
        #expect(set.succeeded, "\(set.errors)")
        let copy = folder.file("copy.png")
        #expect(try await run("show", "-o", copy).succeeded)
        #expect(
            FileManager.default.contents(atPath: copy)
                == FileManager.default.contents(atPath: png))
        #expect(try await run("remove").succeeded)
        let gone = try await run("show")
        #expect(gone.status == 1 && gone.errors.contains("tamga stamp set"))
    }

    @Test("what is no picture is refused, and the earlier stamp stays")
    func refuses() async throws {
        try await addUser()
        _ = try await run("set", png)
        let before = try await run("show").output
        let other = try folder.write(
            Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), as: "seal.svg")
        let refused = try await run("set", other)
        #expect(refused.status == 1 && refused.errors.contains("seal.svg"))
        let after = try await run("show").output
        #expect(after == before && !before.isEmpty)
    }

    @Test("an account that is not there has no stamp")
    func absent() async throws {
        let answer = try await run("set", png)
        #expect(answer.status == 1 && answer.errors.contains("no account sales"))
    }
}
