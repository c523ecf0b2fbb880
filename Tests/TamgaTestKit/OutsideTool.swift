import Subprocess

/// Programs that are not ours and judge what we make.
public enum OutsideTool {
    public struct Answer: Sendable {
        /// The exit status; nil where a signal ended the program, 124 where its time was over.
        public let status: Int32?
        public let output: String
        public let errors: String

        public var succeeded: Bool { status == 0 }
    }

    /// Runs a program of the search path, or at an absolute path, to its end; one that is still
    /// busy after so many seconds is ended, and killed if it does not listen.
    public static func run(
        _ program: String, _ arguments: [String], seconds: Int = 300
    ) async throws -> Answer {
        let result = try await Subprocess.run(
            .name("timeout"),
            arguments: Arguments(["--kill-after=5", "\(seconds)", program] + arguments),
            output: .string(limit: 1 << 22), error: .string(limit: 1 << 20))
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
