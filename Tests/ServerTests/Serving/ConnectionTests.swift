import Foundation
import TamgaTestKit
import Testing

@Suite("Connections")
struct ConnectionTests {
    private func curl(_ arguments: [String]) async throws -> OutsideTool.Answer {
        let server = try ServerProcess()
        try await server.start()
        let target = await server.address + "/v1/documents"
        return try await OutsideTool.run("curl", arguments + [target])
    }

    @Test("a client that asks for leave before it sends a large body gets it")
    func leave() async throws {
        let answer = try await curl([
            "-sv", "-H", "Expect: 100-continue", "--expect100-timeout", "15", "-d", "{}",
        ])
        #expect(answer.errors.contains("< HTTP/1.1 100 Continue"))
        #expect(answer.errors.contains("< HTTP/1.1 401"))
    }

    @Test("a header block over 16 KiB is refused")
    func headers() async throws {
        let field = "X-Filler: " + String(repeating: "a", count: 17_000)
        let answer = try await curl(["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", field])
        #expect(["400", "431"].contains(answer.output))
    }
}
