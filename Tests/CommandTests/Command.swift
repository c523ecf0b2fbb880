import Foundation
import TamgaTestKit

/// `tamga` as it was built, run as people run it.
enum Command {
    static func run(_ arguments: String...) async throws -> OutsideTool.Answer {
        try await run(arguments)
    }

    static func run(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> OutsideTool.Answer {
        // env keeps what is inherited, which tests of a coverage or sanitizer run need.
        let settings = environment.map { "\($0)=\($1)" }
        return try await OutsideTool.run(
            "env", settings + [BuiltProgram.path("tamga")] + arguments)
    }

    /// What the command printed as JSON.
    static func json<Value: Decodable>(
        _ arguments: String..., as type: Value.Type
    ) async throws -> Value {
        let answer = try await run(arguments + ["--json"])
        return try JSONDecoder().decode(Value.self, from: Data(answer.output.utf8))
    }
}
