import BenchmarkKit
import Dispatch
import Foundation
import Workshop

/// Prints ratios measured in one run against a floor of the same run; no absolute times.
/// usage: Benchmarks [upload|listing|status|commits|signature|searching|signok]…   (none: all of them)
@main
enum Benchmarks {
    static let all: [(String, @Sendable () async throws -> [Finding])] = [
        ("upload", UploadMemory.run), ("listing", ListingMemory.run), ("status", StatusRate.run),
        ("commits", GroupCommit.run), ("signature", SignatureCost.run),
        ("searching", SearchCost.run), ("signok", SignOKRates.run),
    ]

    /// Not asynchronous: a child closes every descriptor that it did not open, and the threads of
    /// the concurrency runtime hold some.
    static func main() {
        // The workplace in this process starts its children from this executable.
        if CommandLine.arguments.dropFirst().first == "_child" { ChildMain.run() }
        let wanted = Set(CommandLine.arguments.dropFirst())
        Task { await run(wanted) }
        dispatchMain()
    }

    private static func run(_ wanted: Set<String>) async {
        do {
            var holds = true
            for (name, run) in all where wanted.isEmpty || wanted.contains(name) {
                for finding in try await run() {
                    print("\(name): \(finding)")
                    holds = holds && finding.holds
                }
            }
            exit(holds ? 0 : 1)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }
}
