import BenchmarkKit
import Foundation

/// The signing engine beside Apache PDFBox, pyHanko and the floor: same files, same key, one run.
enum EngineBench {
    /// Tells each finding as it is made; whether all goals hold.
    static func run(_ tell: (Finding) -> Void) async throws -> Bool {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tamga-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try EngineFile.write(to: folder)
        try EnginePeer.makeKeys(in: folder)
        var table = EngineTable()
        for file in EngineFile.all {
            for peer in EnginePeer.allCases {
                table.figures[file.name, default: [:]][peer] = try peer.figures(file, in: folder)
            }
        }
        print(table)
        let goals = EngineGoals(table).findings
        goals.forEach(tell)
        let child = try await ChildCost.finding(in: folder)
        tell(child)
        let fields = try FieldCost.finding(in: folder)
        tell(fields)
        return (goals + [child, fields]).allSatisfy(\.holds)
    }
}

/// Who signs and verifies.
enum EnginePeer: CaseIterable {
    // Ours comes first: what it signs is verified by all.
    case tamga, pdfbox, pyhanko, floor

    /// By name: `one.cpu`, `ten.cpu` and `verify1.cpu` in milliseconds, `one.bytes`, `memory` in MiB.
    typealias Figures = [String: Double]

    var name: String {
        switch self {
        case .tamga: "Tamga"
        case .pdfbox: "PDFBox 2.0.27"
        case .pyhanko: "pyHanko 0.38"
        case .floor: "floor"
        }
    }

    static func makeKeys(in folder: URL) throws {
        _ = try output("Benchmarks/peers/make-keys", [folder.path])
    }

    func figures(_ file: EngineFile, in folder: URL) throws -> Figures {
        switch self {
        case .floor: try measured(["_engine", "floor"], file.path, file, folder)
        case .pdfbox: try measured([], file.path, file, folder)
        case .tamga, .pyhanko:
            try measured(arguments("sign"), file.path, file, folder)
                .merging(try verification(1, file, folder)) { $1 }
                .merging(try verification(10, file, folder)) { $1 }
        }
    }

    private func verification(
        _ count: Int, _ file: EngineFile, _ folder: URL
    ) throws -> Figures {
        let figures = try measured(arguments("verify"), file.signed(count), file, folder)
        return Figures(
            uniqueKeysWithValues: figures.map { name, value in
                (name.replacing("verify", with: "verify\(count)"), value)
            })
    }

    private func arguments(_ task: String) -> [String] {
        self == .tamga ? ["_engine", task] : [task]
    }

    private var program: String {
        switch self {
        case .tamga, .floor: CommandLine.arguments[0]
        case .pdfbox: "Benchmarks/peers/run-pdfbox"
        case .pyhanko: "Benchmarks/peers/run-pyhanko"
        }
    }

    private func measured(
        _ task: [String], _ name: String, _ file: EngineFile, _ folder: URL
    ) throws -> Figures {
        let lines = try Self.output(program, task + [folder.path, name, "\(file.runs)"])
        let pairs = lines.split(separator: "\n").compactMap { line -> (String, Double)? in
            let words = line.split(separator: " ")
            return words.count == 2 ? Double(words[1]).map { (String(words[0]), $0) } : nil
        }
        return Figures(pairs) { $1 }
    }

    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        try Command.output(program, arguments, ProcessInfo.processInfo.environment)
    }
}
