import Subprocess
import SystemPackage

/// Programs that are not ours and judge what we make.
public enum OutsideTool {
    public struct Answer: Sendable {
        public let succeeded: Bool
        public let output: String
        public let errors: String
    }

    /// Runs a program of the search path, or at an absolute path, to its end.
    public static func run(_ program: String, _ arguments: [String]) async throws -> Answer {
        let executable: Executable =
            program.hasPrefix("/") ? .path(FilePath(program)) : .name(program)
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), output: .string(limit: 1 << 22),
            error: .string(limit: 1 << 20))
        return Answer(
            succeeded: result.terminationStatus.isSuccess,
            output: result.standardOutput, errors: result.standardError)
    }
}

extension OutsideTool {
    /// A tool could not do what the test needs of it.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String

        public init(_ description: String) { self.description = description }
    }

    /// Rewrites a PDF with qpdf; throws what it complains about.
    public static func qpdf(_ options: [String], from input: String, to output: String) async throws
    {
        let answer = try await run("qpdf", options + [input, output])
        guard answer.succeeded else { throw Failure(answer.errors) }
    }
}
