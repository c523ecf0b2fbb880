import Foundation
import TamgaTestKit
import Testing

@testable import Server

@Suite("A checkup")
struct CheckupTests {
    @Test("finds nothing wrong with a freshly made data directory, but for the machine's own")
    func fresh() async throws {
        let fresh = try await FreshFolder()
        let results = await Checkup(of: fresh.settings, program: BuiltTamga.path).results()
        #expect(results.count == 10)
        let troubled = results.filter { $0.finding.remedy != nil }
        #expect(
            Set(troubled.map(\.subject)).isSubset(of: ["clock", "mail", "fonts"]), "\(troubled)")
        #expect(troubled.filter(\.finding.isFailure) == [])
    }

    @Test("makes nothing where nothing is")
    func absent() async throws {
        let folder = try TemporaryFolder()
        let settings = try Site.settings(folder.file("data"))
        let results = await Checkup(of: settings, program: BuiltTamga.path).results()
        #expect(results.prefix(4).map(\.finding.isWarning) == [true, false, true, true])
        #expect(!FileManager.default.fileExists(atPath: settings.dataFolder))
    }

    @Test("changes no file of a data directory")
    func unchanged() async throws {
        let fresh = try await FreshFolder()
        let before = try contents(of: fresh.settings.dataFolder)
        _ = await Checkup(of: fresh.settings, program: BuiltTamga.path).results()
        #expect(try contents(of: fresh.settings.dataFolder) == before)
    }

    /// All but what SQLite keeps beside an open database.
    private func contents(of path: String) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path)
            .filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data())
            })
    }

    @Test("of several checks of one subject the failure is told, else the warning")
    func worst() async {
        let good = Fixed(finding: .good("good"))
        let warning = Fixed(finding: .warning("odd", remedy: "look"))
        let failed = Fixed(finding: .failed("bad", remedy: "mend"))
        func told(_ checks: [Fixed]) async -> Finding {
            await CheckedSubject(name: "subject", checks: checks).finding()
        }
        #expect(await told([warning, good, failed]) == failed.finding)
        #expect(await told([good, warning, warning]) == warning.finding)
        #expect(await told([good, good]) == .good("good; good"))
    }

    private struct Fixed: Check {
        let finding: Finding
        func finding() async -> Finding { finding }
    }
}
