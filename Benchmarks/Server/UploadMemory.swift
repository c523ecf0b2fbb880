import BenchmarkKit
import Foundation

/// What uploads of 50 MiB add to the server's memory: one, then eight at a time.
enum UploadMemory {
    @Sendable static func run() async throws -> [Finding] {
        let server = try ServerUnderTest()
        defer { server.stop() }
        let file = try SamplePDF.file(byteCount: 50 * 1024 * 1024 - 64 * 1024)
        try await Task.sleep(for: .seconds(2))
        let idle = try server.resident()
        let one = try await grown(server, file, count: 1, over: idle)
        let eight = try await grown(server, file, count: 8, over: idle)
        return [
            Finding(what: "idle", figure: idle, unit: "MiB", bound: .atMost(60)),
            Finding(what: "one upload over idle", figure: one, unit: "MiB", bound: .atMost(16)),
            Finding(
                what: "eight uploads over idle", figure: eight, unit: "MiB", bound: .atMost(48)),
        ]
    }

    private static func grown(
        _ server: ServerUnderTest, _ file: URL, count: Int, over idle: Double
    ) async throws -> Double {
        let ids = try (0..<count).map { _ in try server.createDocument() }
        try server.resetPeak()
        await withTaskGroup(of: Void.self) { group in
            for id in ids {
                let arguments = [
                    "-F", "files=@\(file.path)", "\(server.base)/v1/documents/\(id)/files",
                ]
                let request = Curl(token: server.token, arguments: arguments)
                group.addTask { request.run() }
            }
        }
        return try server.peak() - idle
    }
}

/// One curl call that a task can carry.
struct Curl: Sendable {
    let token: String
    let arguments: [String]

    func run() {
        _ = try? Command.output(
            "/usr/bin/curl",
            ["-sS", "-o", "/dev/null", "-H", "Authorization: Bearer \(token)"] + arguments,
            ProcessInfo.processInfo.environment)
    }
}
