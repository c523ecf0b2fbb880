import Foundation
import Glibc
import TamgaTestKit
import Testing

@Suite("tamga doctor")
struct DoctorTests {
    private struct Row: Decodable {
        let check: String
        let status: String
        let found: String
        let remedy: String?
    }

    private static func arguments() async throws -> [String] {
        let folder = try await DataFolder.shared.value
        return ["doctor", "--data-dir", folder.path, "--listen", "127.0.0.1:0"]
    }

    private static func rows(_ output: String) throws -> [Row] {
        try JSONDecoder().decode([Row].self, from: Data(output.utf8))
    }

    @Test("ten checks of a sound data directory: nothing fails, and what is odd has its remedy")
    func sound() async throws {
        let answer = try await Command.run(try await Self.arguments() + ["--json"])
        let rows = try Self.rows(answer.output)
        #expect(answer.succeeded, "\(answer.output)")
        #expect(rows.count == 10)
        #expect(rows.allSatisfy { ($0.status == "ok") == ($0.remedy == nil) })
        #expect(Set(rows.map(\.status)).isSubset(of: ["ok", "warning"]))
    }

    @Test("without fonts and programs it fails, and prints what to install")
    func bare() async throws {
        let folder = try TemporaryFolder()
        let fonts = try folder.write(Array("<fontconfig></fontconfig>".utf8), as: "fonts.conf")
        let answer = try await Command.run(
            try await Self.arguments(),
            environment: ["FONTCONFIG_FILE": fonts, "PATH": folder.path])
        #expect(answer.status == 1)
        let lines = answer.output.split(separator: "\n")
        for (subject, remedy) in [("fonts", "fonts-nanum"), ("children", "poppler-utils")] {
            let index = try #require(lines.firstIndex { $0.hasPrefix("failed   \(subject) ") })
            #expect(lines[index + 1].contains("remedy:"))
            #expect(lines[index + 1].contains(remedy))
        }
    }

    @Test(
        "another user is told whose the directory is, not that nothing is there",
        .enabled(if: geteuid() == 0, "only root can become another user"))
    func otherUser() async throws {
        let answer = try await OutsideTool.run(
            "setpriv",
            ["--reuid", "65533", "--regid", "65533", "--clear-groups", BuiltProgram.path("tamga")]
                + Self.arguments() + ["--json"])
        let rows = try Self.rows(answer.output)
        #expect(answer.status == 1)
        #expect(rows[0].found.hasSuffix("belongs to root and cannot be written"))
        #expect(rows[2].remedy == "run tamga as the server's user")
        #expect(rows[3].remedy == "run tamga as the server's user")
    }

    @Test("a wrong setting is refused before anything is looked at")
    func wrongSetting() async throws {
        let answer = try await Command.run("doctor", "--level", "b-c")
        #expect(answer.status == 1 && answer.output.isEmpty)
    }
}
