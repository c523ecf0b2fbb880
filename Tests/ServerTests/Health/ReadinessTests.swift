import SQLText
import SQLiteDriver
import TamgaTestKit
import Testing

@Suite("Readiness")
struct ReadinessTests {
    private struct Health: Decodable {
        let status: String
        let failures: [String]?
    }

    private func answer(_ server: ServerProcess) async throws -> (status: Int, health: Health) {
        let client = HTTPClient(server: server, folder: try TemporaryFolder())
        let answer = try #require(try await client.send("GET", "/readyz"))
        return (answer.status, try answer.decoded(Health.self))
    }

    @Test("a server is ready, until its database is not its own any more")
    func ready() async throws {
        let server = try ServerProcess()
        try await server.start()
        let before = try await answer(server)
        #expect(before.status == 200 && before.health.status == "ok")
        try await SQLiteDatabase(path: server.dataFolder + "/tamga.sqlite").write {
            try $0.execute(
                "INSERT INTO schema_migration (number, name, applied_at) VALUES (999, 'new', 0)")
        }
        let after = try await answer(server)
        #expect(after.status == 503 && after.health.status == "failed")
        #expect(after.health.failures?.contains { $0.hasPrefix("database: ") } == true)
    }
}
