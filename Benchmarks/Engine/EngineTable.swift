import BenchmarkKit
import Foundation

/// Every figure of a run, as a table in Markdown.
struct EngineTable: CustomStringConvertible {
    /// By file, then by who.
    var figures: [String: [EnginePeer: EnginePeer.Figures]] = [:]

    private static let columns = [
        ("one signature, ms", "one.cpu"), ("ten in a row, ms", "ten.cpu"),
        ("bytes each", "one.bytes"), ("memory, MiB", "memory"),
        ("verifying one, ms", "verify1.cpu"), ("ten, ms", "verify10.cpu"),
        ("memory, MiB", "verify1.memory"),
    ]

    subscript(_ file: EngineFile, _ peer: EnginePeer, _ figure: String) -> Double {
        figures[file.name]?[peer]?[figure] ?? .nan
    }

    var description: String {
        let head = ["file", "by"] + Self.columns.map(\.0)
        let rows = EngineFile.all.flatMap { file in
            EnginePeer.allCases.map { peer in
                [file.name, peer.name]
                    + Self.columns.map { cell(self[file, peer, $0.1], $0.1) }
            }
        }
        let rule = ["---", "---"] + Self.columns.map { _ in "--:" }
        return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
            .joined(separator: "\n")
    }

    private func cell(_ value: Double, _ figure: String) -> String {
        if value.isNaN { return "–" }
        if figure.hasSuffix("bytes") { return String(Int(value)) }
        return String(format: value < 10 ? "%.2f" : "%.0f", value)
    }
}

/// The ratios that a run must keep (issue: cost near the cryptographic floor).
struct EngineGoals {
    private let table: EngineTable
    private typealias Cell = (file: EngineFile, peer: EnginePeer, figure: String)

    init(_ table: EngineTable) { self.table = table }

    var findings: [Finding] {
        [
            ratio("one signature, 50 KB, of PDFBox's", .small, "one.cpu", .pdfbox, 0.3),
            ratio("one signature, 1 MB, of the floor", .middle, "one.cpu", .floor, 1.6),
            ratio("one signature, 45 MB, of the floor", .large, "one.cpu", .floor, 1.1),
            Finding(
                what: "signatures 2…10, 45 MB, of PDFBox's",
                figure: later(.tamga) / later(.pdfbox), unit: "×", bound: .atMost(0.03)),
            memory("memory of signing 45 MB over idle", "memory"),
            ratio("verifying one, 50 KB, of pyHanko's", .small, "verify1.cpu", .pyhanko, 0.08),
            ratio("verifying ten, 50 KB, of pyHanko's", .small, "verify10.cpu", .pyhanko, 0.03),
            Finding(
                what: "verifying one, 45 MB, of hashing",
                figure: table[.large, .tamga, "verify1.cpu"] / table[.large, .floor, "hash.cpu"],
                unit: "×", bound: .atMost(1.2)),
            memory("memory of verifying 45 MB over idle", "verify1.memory"),
        ]
    }

    private func ratio(
        _ what: String, _ file: EngineFile, _ figure: String, _ peer: EnginePeer, _ limit: Double
    ) -> Finding {
        Finding(
            what: what, figure: table[file, .tamga, figure] / table[file, peer, figure],
            unit: "×", bound: .atMost(limit))
    }

    private func memory(_ what: String, _ figure: String) -> Finding {
        Finding(
            what: what, figure: table[.large, .tamga, figure], unit: "MiB", bound: .atMost(10))
    }

    /// Nine signatures on a file of 45 MB that has one already, signed in the same go.
    private func later(_ peer: EnginePeer) -> Double {
        table[.large, peer, "ten.cpu"] - table[.large, peer, "one.cpu"]
    }
}
