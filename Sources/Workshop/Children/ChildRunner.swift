import Domain
import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage

/// Starts children of this program and tells how each of them ended.
struct ChildRunner: Sendable {
    /// The program whose subcommand `_child` calls ``ChildMain/run()``.
    let executable: String
    let gate: ChildGate
    var timeLimit: Duration = .seconds(10)

    /// Answers are small; images, texts and documents go by files.
    private static let outputByteLimit = 8 * 1024 * 1024

    /// How a child ended.
    enum Ending: Sendable {
        case exited(Int32, output: [UInt8], errors: String)
        /// By a signal: it crashed or met a limit of the kernel's.
        case killed
        /// It took too long, or wrote too much.
        case overran
    }

    /// The child failed by itself: nothing is said of the file.
    struct Fault: Error {
        let status: Int32
        let reason: String
    }

    /// The child's answer. However a child ends by what it read, that is the file's trouble.
    func answer(_ task: ChildTask) async throws -> ChildAnswer {
        switch try await run(task) {
        case .exited(ChildMain.Status.done, let output, _):
            let answer = try? JSONDecoder().decode(ChildAnswer.self, from: Data(output))
            return answer ?? .unusable(.unreadable)
        case .exited(let status, _, let errors):
            throw Fault(status: status, reason: errors)
        case .killed, .overran:
            return .unusable(.tooComplex)
        }
    }

    func run(_ task: ChildTask) async throws -> Ending {
        let request = [UInt8](try JSONEncoder().encode(task))
        return try await gate.pass {
            try await withThrowingTaskGroup(of: Ending.self) { group in
                group.addTask { try await spawn(request) }
                group.addTask {
                    try await Task.sleep(for: timeLimit)
                    return .overran
                }
                // Cancelling the group kills a child that is still there.
                defer { group.cancelAll() }
                return try await group.next() ?? .overran
            }
        }
    }

    private func spawn(_ request: [UInt8]) async throws -> Ending {
        let task = try TaskFile(request)
        do {
            let child = try await Subprocess.run(
                .path(FilePath(executable)), arguments: ["_child"],
                environment: .custom(Self.environment),
                input: .fileDescriptor(
                    FileDescriptor(rawValue: task.descriptor), closeAfterSpawningProcess: false),
                output: .bytes(limit: Self.outputByteLimit), error: .string(limit: 256 * 1024))
            guard case .exited(let status) = child.terminationStatus else { return .killed }
            return .exited(status, output: child.standardOutput, errors: child.standardError)
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .overran
        }
    }

    /// What fonts and the dynamic linker need; no secret of the server's.
    private static let environment: [Environment.Key: String] = {
        let names: [Environment.Key] = [
            "PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "FONTCONFIG_FILE",
            "FONTCONFIG_PATH",
        ]
        let inherited = names.compactMap { name in
            getenv(name.rawValue).map { (name, String(cString: $0)) }
        }
        return Dictionary(uniqueKeysWithValues: inherited)
            .merging(["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]) { $1 }
    }()
}
