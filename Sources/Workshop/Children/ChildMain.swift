import Domain
import FoundationEssentials
import Glibc

/// The life of a child process: it takes one task, locks itself in, answers and ends.
public enum ChildMain {
    /// Exit statuses that say the child failed, not the file.
    enum Status {
        static let done: Int32 = 0
        /// EX_USAGE, EX_SOFTWARE and EX_OSERR of sysexits.h.
        static let notATask: Int32 = 64
        static let fault: Int32 = 70
        static let notLocked: Int32 = 71
    }

    private static let taskByteLimit = 16 * 1024 * 1024

    public static func run() -> Never {
        guard
            let task = try? JSONDecoder().decode(
                ChildTask.self, from: Data(readStandardInput()))
        else { end(Status.notATask, "no task on standard input") }
        do {
            try Sandbox.child.enter(allowingPrograms: task.needsProgram)
        } catch {
            end(Status.notLocked, "\(error)")
        }
        do {
            try send(try answer(to: task))
            end(Status.done)
        } catch {
            end(Status.fault, "\(error)")
        }
    }

    /// The trouble of a file is an answer too; anything else that is thrown is a fault.
    private static func answer(to task: ChildTask) throws -> ChildAnswer {
        do {
            return try task.answer()
        } catch {
            guard let trouble = FileTrouble(causedBy: error) else { throw error }
            return .unusable(trouble)
        }
    }

    private static func send(_ answer: ChildAnswer) throws {
        write([UInt8](try JSONEncoder().encode(answer)), to: STDOUT_FILENO)
    }

    /// As far as somebody listens.
    private static func write(_ bytes: [UInt8], to file: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func readStandardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count <= taskByteLimit {
            let count = read(STDIN_FILENO, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return bytes
    }

    private static func end(_ status: Int32, _ reason: String? = nil) -> Never {
        if let reason { write(Array("\(reason)\n".utf8), to: STDERR_FILENO) }
        exit(status)
    }
}
