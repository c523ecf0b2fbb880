import Glibc

/// Opens files of a person's own choice, outside any archive, each in a child under limits.
public struct FileWorkshop: Sendable {
    let runner: ChildRunner

    /// - Parameter executable: the program whose subcommand `_child` calls ``ChildMain/run()``.
    public init(executable: String = "/proc/self/exe") {
        runner = ChildRunner(executable: executable, gate: ChildGate(width: 1))
    }

    /// Throws `FileTrouble` for a file that a child cannot bear.
    public func describe(_ file: String) async throws -> FileDescription {
        switch try await runner.answer(.describe(FileDescribing(file: file))) {
        case .described(let description): return description
        case .unusable(let trouble): throw trouble
        default: throw ChildWorkshop.UnexpectedAnswer()
        }
    }
}
