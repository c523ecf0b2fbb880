import CSandbox
import Domain
import FoundationEssentials
import Glibc
import Subprocess

/// Has tasks carried out by children of this program and tells how each of them ended.
struct ChildRunner: Sendable {
    private let gate: ChildGate
    private let pool: ChildPool
    private let timeLimit: Duration

    /// - Parameters:
    ///   - executable: the program whose subcommand `_child` calls ``ChildMain/run()``.
    ///   - timeLimit: for a child that is not ended by its own limits.
    init(executable: String, gate: ChildGate, timeLimit: Duration = .seconds(12)) {
        self.gate = gate
        self.timeLimit = timeLimit
        pool = ChildPool(executable: executable)
    }

    /// How a task ended.
    enum Ending: Sendable {
        case exited(Int32, answer: [UInt8])
        /// By a signal: it crashed or met a limit of the kernel's.
        case killed
        /// It took too long, or wrote too much.
        case overran
    }

    /// From here on a status is the number of a signal.
    static let killedStatus = Int32(TAMGA_KILLED)

    /// The child failed by itself: nothing is said of the file.
    struct Fault: Error {
        let status: Int32
        let reason: String
    }

    /// The child's answer. However a task ends by what it read, that is the file's trouble.
    func answer(_ task: ChildTask) async throws -> ChildAnswer {
        switch try await run(task) {
        case .exited(ChildMain.Status.done, let bytes):
            let answer = try? JSONDecoder().decode(ChildAnswer.self, from: Data(bytes))
            return answer ?? .unusable(.unreadable)
        case .exited(let status, let reason):
            throw Fault(status: status, reason: String(decoding: reason, as: UTF8.self))
        case .killed, .overran:
            return .unusable(.tooComplex)
        }
    }

    func run(_ task: ChildTask) async throws -> Ending {
        let request = [UInt8](try JSONEncoder().encode(task))
        return try await gate.pass {
            let child = try await pool.take()
            do {
                let ending = try await child.carryOut(request, within: timeLimit)
                await pool.give(back: child)
                try Task.checkCancellation()
                return ending
            } catch {
                // A cancelled task closes its child's line, which then looks like a failure.
                try Task.checkCancellation()
                throw error
            }
        }
    }

    /// What fonts, the dynamic linker and libcrypto need; no secret of the server's.
    static let environment: Environment = {
        let names: [Environment.Key] = [
            "PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "FONTCONFIG_FILE",
            "FONTCONFIG_PATH", "OPENSSL_ENGINES",
        ]
        let inherited = names.compactMap { name in
            getenv(name.rawValue).map { (name, String(cString: $0)) }
        }
        return .custom(
            Dictionary(uniqueKeysWithValues: inherited)
                .merging(["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]) { $1 })
    }()
}
