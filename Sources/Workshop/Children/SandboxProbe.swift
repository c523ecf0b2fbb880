import CSandbox
import FoundationEssentials
import Glibc

/// What the sandbox does to a process, as the process itself finds it.
struct SandboxProbe: Codable, Equatable, Sendable {
    /// By the names of `/proc/self/limits`; the soft limit.
    let limits: [String: String]
    /// `Seccomp` and `NoNewPrivs` of `/proc/self/status`.
    let status: [String: String]
    /// The errno of trying to open a socket; 0 where one could be opened.
    let socketError: Int32
    let descriptors: [Int32]
    let process: Int32
    /// The warm child that it is a copy of.
    let original: Int32
    /// Whether the kernel can keep a process from files that are not its business.
    let canConfinePaths: Bool
    /// The errno of trying to open a file of the machine's that no task needs.
    let fileError: Int32
    /// The errno of trying to open the memory of the process that this one is a copy of.
    let memoryError: Int32
    /// The names in the environment.
    let variables: Set<String>

    init() {
        limits = Self.columns("/proc/self/limits", at: 26..<47)
        status = Self.columns("/proc/self/status", separator: ":")
            .filter { ["Seccomp", "NoNewPrivs"].contains($0.key) }
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        socketError = file < 0 ? errno : 0
        variables = Set(ProcessInfo.processInfo.environment.keys)
        (process, original) = (getpid(), getppid())
        canConfinePaths = tamga_paths_supported() != 0
        fileError = Self.errorOpening("/etc/passwd", O_RDONLY)
        memoryError = Self.errorOpening("/proc/\(getppid())/mem", O_RDWR)
        descriptors = (0..<1_024).filter { fcntl($0, F_GETFD) >= 0 }
    }

    private static func errorOpening(_ path: String, _ flags: Int32) -> Int32 {
        let file = open(path, flags)
        guard file >= 0 else { return errno }
        close(file)
        return 0
    }

    private static func columns(_ path: String, at column: Range<Int>) -> [String: String] {
        lines(path).reduce(into: [:]) { columns, line in
            columns[trimmed(line.prefix(column.lowerBound))] = trimmed(
                line.dropFirst(column.lowerBound).prefix(column.count))
        }
    }

    private static func columns(_ path: String, separator: Character) -> [String: String] {
        lines(path).reduce(into: [:]) { columns, line in
            let parts = line.split(separator: separator, maxSplits: 1)
            if parts.count == 2 { columns[trimmed(parts[0])] = trimmed(parts[1]) }
        }
    }

    private static func lines(_ path: String) -> [Substring] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n")
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
