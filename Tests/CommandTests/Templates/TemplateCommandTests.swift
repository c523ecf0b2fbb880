import Foundation
import TamgaTestKit
import Testing

@Suite("tamga template import")
struct TemplateCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func importing(
        replacing part: String = "", by other: String = "", _ extra: String...
    ) async throws -> OutsideTool.Answer {
        let file = try TemplateExample.write(to: folder, replacing: part, by: other)
        let data = ["--data-dir", folder.file("data")]
        let added = try await Command.run(
            [
                "user", "add", "--email", "author@example.org", "--name", "Петров Пётр",
                "--account", "sales",
            ] + data)
        // At the second import the user is there already.
        #expect(added.succeeded || !extra.isEmpty)
        return try await Command.run(
            ["template", "import", file, "--account", "sales"] + extra + data)
    }

    @Test("prints the id of the documented example, and the same for its next version")
    func printsID() async throws {
        let first = try await importing()
        #expect(first.succeeded, "\(first.errors)")
        let id = first.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(id.wholeMatch(of: /[0-9a-f]{32}/) != nil)
        #expect(try await importing("--id", id).output == first.output)
    }

    @Test(
        "what the pages or fonts have no room for is named by its place",
        arguments: [
            (#""x": 72, "y": 640"#, #""x": 7200, "y": 640"#, "signer[0].items[0]: "),
            (#""1990-01-01""#, #""2026-11-23", "max_length": 9"#, "signer[0].items[1]: "),
            (#""value": "서울""#, #""value": "인천""#, "signer[0].items[3]: "),
            (#""page": 2, "x": 320"#, #""page": 3, "x": 320"#, "signer[2].items[0]: "),
            (#"{ "path": "annex.pdf" }"#, #"{ "path": "terms.txt" }"#, "files[1]: "),
        ])
    func namesPlace(part: String, other: String, place: String) async throws {
        let answer = try await importing(replacing: part, by: other)
        #expect(answer.status == 1 && answer.output.isEmpty)
        #expect(answer.errors.hasPrefix("tamga: \(place)"), "\(answer.errors)")
        #expect(answer.errors.split(separator: "\n").count == 1)
    }

    @Test("an id that is none is wrong usage, and a stranger's is refused")
    func refusesID() async throws {
        #expect(try await importing("--id", "7").status == 2)
        let id = String(repeating: "0", count: 32)
        let answer = try await importing("--id", id)
        #expect(answer.status == 1 && answer.errors.contains("no template \(id)"))
    }
}
