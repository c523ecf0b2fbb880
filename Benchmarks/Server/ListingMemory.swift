import BenchmarkKit
import Foundation

/// What listing a month of 100,000 documents adds to the server's memory.
enum ListingMemory {
    static let count = 100_000

    @Sendable static func run() async throws -> [Finding] {
        let server = try ServerUnderTest()
        defer { server.stop() }
        let idle = try server.resident()
        var created = 0
        while created < count {
            let rate = try server.rate("/v1/documents", connections: 32, script: post)
            created += Int(rate * 4)
        }
        let settled = max(idle, try server.resident())
        try server.resetPeak()
        for full in ["false", "true"] {
            try server.curl(["-o", "/dev/null", "\(server.base)/v1/documents?full=\(full)"])
        }
        return [
            Finding(
                what: "listing \(created) documents over idle", figure: try server.peak() - settled,
                unit: "MiB", bound: .atMost(16))
        ]
    }

    static let post = """
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.body = [==[\(ServerUnderTest.newDocument)]==]
        """
}
