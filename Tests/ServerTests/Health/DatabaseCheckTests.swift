import SQLText
import SQLiteDriver
import TamgaTestKit
import Testing

@testable import Server

@Suite("The check of the database")
struct DatabaseCheckTests {
    private func finding(_ fresh: FreshFolder) async -> Finding {
        await DatabaseCheck(database: fresh.database).finding()
    }

    @Test("fails where the schema is behind, and names what is missing")
    func behind() async throws {
        let fresh = try await FreshFolder()
        try await fresh.run(
            "DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)"
        )
        let finding = await finding(fresh)
        let missing = try await Workplace.migrate(fresh.settings, isDryRun: true)
        #expect(missing.count == 1)
        #expect(finding.isFailure && missing.allSatisfy { finding.text.contains($0) })
        #expect(finding.remedy?.hasSuffix("tamga migrate") == true)
    }

    @Test("fails where a newer version wrote it")
    func newer() async throws {
        let fresh = try await FreshFolder()
        try await fresh.run(
            "INSERT INTO schema_migration (number, name, applied_at) VALUES (999, 'later', 0)")
        let finding = await finding(fresh)
        #expect(finding.isFailure && finding.text.contains("newer"))
        #expect(finding.remedy?.hasPrefix("install the newer version") == true)
    }

    @Test("fails where the file is damaged")
    func damaged() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([UInt8](repeating: 65, count: 8_192), as: "tamga.sqlite")
        let finding = await DatabaseCheck(database: DatabaseOnDisk(path: path)).finding()
        #expect(finding.isFailure && finding.remedy?.contains("restore a backup") == true)
    }

    @Test("warns where there is none yet, or one that was never written", arguments: [nil, 0])
    func absent(byteCount: Int?) async throws {
        let folder = try TemporaryFolder()
        if let byteCount {
            try folder.write([UInt8](repeating: 0, count: byteCount), as: "tamga.sqlite")
        }
        let database = DatabaseOnDisk(path: folder.file("tamga.sqlite"))
        let finding = await DatabaseCheck(database: database).finding()
        #expect(finding.isWarning && finding.remedy?.contains("tamga serve makes it") == true)
    }

    @Test("nothing can be written by what it opens")
    func readOnly() async throws {
        let fresh = try await FreshFolder()
        let database = try #require(try fresh.database.open())
        await #expect(throws: (any Error).self) {
            try await database.write { try $0.execute("DELETE FROM schema_migration") }
        }
        #expect(await finding(fresh).remedy == nil)
    }
}
