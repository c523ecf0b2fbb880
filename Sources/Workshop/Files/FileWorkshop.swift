import Domain
import PDFSigning

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

    /// What is to be signed: the file itself where it is clean or signed already, else a
    /// rewritten copy.
    ///
    /// Throws `FileTrouble` for a file that cannot be signed.
    /// - Parameter copy: where the copy goes, if there is one; the caller removes it.
    public func base(of file: String, copy: String) async throws -> SigningBase {
        switch try await runner.answer(.inspect(FileInspection(file: file, copy: copy))) {
        case .found(.readable(let facts)) where facts.isClean: return .file
        case .found(.readable): return .copy(reasons: try await reasons(file))
        case .found(.unusable(let trouble)), .unusable(let trouble): throw trouble
        default: throw ChildWorkshop.UnexpectedAnswer()
        }
    }

    private func reasons(_ file: String) async throws -> [String] {
        let damage = try await describe(file).structure.damage
        return damage.isEmpty ? ["an object of it breaks the syntax"] : damage
    }
}

/// What a signature is put on.
public enum SigningBase: Equatable, Sendable {
    /// The file as it is, byte for byte.
    case file
    /// A rewritten copy, for these reasons.
    case copy(reasons: [String])
}
