import BenchmarkKit
import Dispatch
import Foundation
import Workshop

/// The signing engine's benchmark: prints one table and the goals that it is held against.
@main
enum EngineMain {
    /// Not asynchronous: a child closes every descriptor that it did not open, and the threads of
    /// the concurrency runtime hold some.
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        // The workshop in this process starts its children from this executable.
        case "_child": ChildMain.run()
        case "_engine": try TamgaPeer.run(Array(arguments.dropFirst()))
        default:
            Task { await compare() }
            dispatchMain()
        }
    }

    private static func compare() async {
        do {
            let holds = try await EngineBench.run { print("engine: \($0)") }
            exit(holds ? 0 : 1)
        } catch {
            FileHandle.standardError.write(Data("engine: \(error)\n".utf8))
            exit(1)
        }
    }
}
