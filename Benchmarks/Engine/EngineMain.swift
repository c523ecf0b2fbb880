import BenchmarkKit
import Foundation
import Workshop

/// The signing engine's benchmark: prints one table and the goals that it is held against.
@main
enum EngineMain {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("engine: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        switch arguments.first {
        // The workshop in this process starts its children from this executable.
        case "_child": ChildMain.run()
        case "_engine": return try TamgaPeer.run(Array(arguments.dropFirst()))
        default: break
        }
        let findings = try await EngineBench.run()
        for finding in findings { print("engine: \(finding)") }
        exit(findings.allSatisfy(\.holds) ? 0 : 1)
    }
}
