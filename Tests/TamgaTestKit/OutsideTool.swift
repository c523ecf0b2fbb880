import Subprocess
import SystemPackage

/// Programs that are not ours and judge what we make.
public enum OutsideTool {
    public struct Answer: Sendable {
        /// The exit status; nil where a signal ended the program.
        public let status: Int32?
        public let output: String
        public let errors: String

        public var succeeded: Bool { status == 0 }
    }

    /// Runs a program of the search path, or at an absolute path, to its end.
    public static func run(_ program: String, _ arguments: [String]) async throws -> Answer {
        let executable: Executable =
            program.hasPrefix("/") ? .path(FilePath(program)) : .name(program)
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), output: .string(limit: 1 << 22),
            error: .string(limit: 1 << 20))
        return Answer(
            status: status(result.terminationStatus), output: result.standardOutput,
            errors: result.standardError)
    }

    private static func status(_ ending: TerminationStatus) -> Int32? {
        if case .exited(let status) = ending { status } else { nil }
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
