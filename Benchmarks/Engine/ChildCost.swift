import Archive
import BenchmarkKit
import Domain
import Foundation
import Workshop

/// What verifying in a child costs beside verifying here: time until the answer, in milliseconds.
enum ChildCost {
    private static let runs = 31

    static func finding(in folder: URL) async throws -> Finding {
        let archive = try DiskArchive(folder: folder.appending(path: "archive").path)
        let workshop = try ChildWorkshop(
            archive: archive, cacheFolder: folder.appending(path: "cache").path)
        let path = folder.appending(path: EngineFile.small.signed(1)).path
        let anchor = try Data(contentsOf: folder.appending(path: "issuer.crt"))
        let judge = try EngineJudge(anchor: Array(anchor))
        let here = try await median { try judge.verify(path) }
        let there = try await median {
            _ = try await workshop.validate(
                path, trusting: [Array(anchor)], at: Instant(seconds: Int64(time(nil))))
        }
        return Finding(
            what: "going through a child, 50 KB", figure: there - here, unit: "ms",
            bound: .atMost(50))
    }

    private static func median(_ body: () async throws -> Void) async throws -> Double {
        var spent: [Double] = []
        let clock = ContinuousClock()
        for _ in 0..<runs {
            let time = try await clock.measure { try await body() }
            spent.append(Double(time.components.attoseconds) / 1e15)
        }
        return ProcessUsage.median(spent)
    }
}
