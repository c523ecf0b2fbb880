import BenchmarkKit

/// How the most frequent request compares with a trivial JSON route of the same server.
enum StatusRate {
    @Sendable static func run() async throws -> [Finding] {
        let server = try ServerUnderTest()
        defer { server.stop() }
        let path = "/v1/documents/\(try server.createDocument())/status"
        var ratios: [Double] = []
        for _ in 0..<3 {
            let trivial = try server.rate("/livez", connections: 32)
            ratios.append(try server.rate(path, connections: 32) / trivial)
        }
        return [
            Finding(
                what: "status, of a trivial route's rate", figure: ratios.sorted()[1], unit: "×",
                bound: .atLeast(0.5))
        ]
    }
}
