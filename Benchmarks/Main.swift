import Foundation
import Workshop

/// Prints ratios measured in one run against a floor of the same run; no absolute times.
/// usage: Benchmarks [upload|listing|status|commits|signature|engine]…   (none: all of them)
@main
enum Benchmarks {
    static let all: [(String, @Sendable () async throws -> [Finding])] = [
        ("upload", UploadMemory.run), ("listing", ListingMemory.run), ("status", StatusRate.run),
        ("commits", GroupCommit.run), ("signature", SignatureCost.run),
        ("engine", EngineBench.run),
    ]

    static func main() async throws {
        // The workplace in this process starts its children from this executable.
        if CommandLine.arguments.dropFirst().first == "_child" { ChildMain.run() }
        if CommandLine.arguments.dropFirst().first == "_engine" {
            return try TamgaPeer.run(Array(CommandLine.arguments.dropFirst(2)))
        }
        let wanted = Set(CommandLine.arguments.dropFirst())
        var holds = true
        for (name, run) in all where wanted.isEmpty || wanted.contains(name) {
            for finding in try await run() {
                print("\(name): \(finding)")
                holds = holds && finding.holds
            }
        }
        exit(holds ? 0 : 1)
    }
}

/// One figure beside what it must not pass.
struct Finding: CustomStringConvertible {
    enum Bound {
        case atMost(Double)
        case atLeast(Double)
    }

    let what: String
    let figure: Double
    let unit: String
    let bound: Bound

    var holds: Bool {
        switch bound {
        case .atMost(let limit): figure <= limit
        case .atLeast(let limit): figure >= limit
        }
    }

    var description: String {
        let goal =
            switch bound {
            case .atMost(let limit): "≤ \(Self.text(limit))"
            case .atLeast(let limit): "≥ \(Self.text(limit))"
            }
        return "\(what): \(Self.text(figure)) \(unit) (goal \(goal)) \(holds ? "✓" : "✗ MISSED")"
    }

    private static func text(_ number: Double) -> String {
        String(format: "%.2f", number)
    }
}
