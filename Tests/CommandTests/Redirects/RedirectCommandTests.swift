import Foundation
import TamgaTestKit
import Testing

@Suite("tamga redirect")
struct RedirectCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await Command.run(arguments + ["--data-dir", folder.file("data")])
    }

    private func addUser() async throws {
        let added = try await run(
            "user", "add", "--email", "author@example.org", "--name", "Петров Пётр",
            "--account", "sales")
        try #require(added.succeeded, "\(added.errors)")
    }

    @Test("lists what was added, in one spelling, until it is removed")
    func lists() async throws {
        try await addUser()
        for origin in ["https://Shop.example:443/", "https://a.example"] {
            let added = try await run("redirect", "add", origin, "--account", "sales")
            #expect(added.succeeded, "\(added.errors)")
        }
        let listed = try await run("redirect", "list", "--account", "sales")
        #expect(listed.output == "https://a.example\nhttps://shop.example\n")
        let removed = try await run("redirect", "remove", "https://a.example", "--account", "sales")
        #expect(removed.succeeded, "\(removed.errors)")
        let rest = try await run("redirect", "list", "--json", "--account", "sales")
        let origins = try JSONDecoder().decode([String].self, from: Data(rest.output.utf8))
        #expect(origins == ["https://shop.example"])
    }

    @Test("what is not listed cannot be removed, nor anything of an account that is not there")
    func refuses() async throws {
        try await addUser()
        let unlisted = try await run(
            "redirect", "remove", "https://a.example", "--account", "sales")
        #expect(unlisted.status == 1 && unlisted.errors.contains("tamga redirect list"))
        let absent = try await run("redirect", "add", "https://a.example", "--account", "none")
        #expect(absent.status == 1 && absent.errors.contains("no account none"))
    }

    @Test("an address with a path is wrong usage")
    func refusesPath() async throws {
        let answer = try await run("redirect", "add", "https://a.example/b", "--account", "sales")
        #expect(answer.status == 2)
    }
}
