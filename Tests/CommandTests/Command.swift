import Foundation
import TamgaTestKit

/// `tamga` as it was built, run as people run it.
enum Command {
    static func run(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await run(arguments)
    }

    static func run(_ arguments: [String]) async throws -> OutsideTool.Answer {
        try await OutsideTool.run(BuiltProgram.path("tamga"), arguments)
    }

    /// What the command printed as JSON.
    static func json<Value: Decodable>(
        _ arguments: String..., as type: Value.Type
    ) async throws -> Value {
        let answer = try await run(arguments + ["--json"])
        return try JSONDecoder().decode(Value.self, from: Data(answer.output.utf8))
    }
}
