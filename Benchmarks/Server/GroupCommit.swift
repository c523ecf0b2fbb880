import BenchmarkKit
import Foundation

/// What 32 clients create against one, on a disk that takes 2 ms to flush, and on this one.
enum GroupCommit {
    @Sendable static func run() async throws -> [Finding] {
        let slow = try ratio(environment: SlowDisk.environment())
        let plain = try ratio(environment: [:])
        return [
            Finding(
                what: "32 clients against one, slow disk", figure: slow, unit: "×",
                bound: .atLeast(4)),
            Finding(
                what: "32 clients against one, this disk", figure: plain, unit: "×",
                bound: .atLeast(1)),
        ]
    }

    private static func ratio(environment: [String: String]) throws -> Double {
        let server = try ServerUnderTest(environment: environment)
        defer { server.stop() }
        let one = try server.rate("/v1/documents", connections: 1, script: ListingMemory.post)
        return try server.rate("/v1/documents", connections: 32, script: ListingMemory.post) / one
    }
}
