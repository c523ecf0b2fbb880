import CSandbox
import Domain
import Evidence
import FoundationEssentials
import Glibc

/// The short life of a copy: it locks itself in, does one task, leaves its answer and ends.
struct TaskCopy {
    /// A file in memory.
    let answer: Int32

    func live(for request: [UInt8]) -> Never {
        guard tamga_become_task(answer) == 0 else { _exit(ChildMain.Status.notLocked) }
        do {
            try Sandbox.child.limit()
            let task = try JSONDecoder().decode(ChildTask.self, from: Data(request))
            try Sandbox.child.close(reaching: task.reach, allowingPrograms: task.needsProgram)
            try carryOut(task)
        } catch let failure as Sandbox.Failure {
            end(ChildMain.Status.notLocked, "\(failure)")
        } catch is DecodingError {
            end(ChildMain.Status.notATask, "no task")
        } catch {
            end(ChildMain.Status.fault, "\(error)")
        }
    }

    private func carryOut(_ task: ChildTask) throws -> Never {
        write([UInt8](try JSONEncoder().encode(try answer(to: task))))
        end(ChildMain.Status.done)
    }

    /// The trouble of a file or of a field is an answer too; anything else that is thrown is a
    /// fault.
    private func answer(to task: ChildTask) throws -> ChildAnswer {
        do {
            return try task.answer()
        } catch {
            if let trouble = FieldTrouble(causedBy: error) { return .unfit(trouble) }
            guard let trouble = FileTrouble(causedBy: error) else { throw error }
            return .unusable(trouble)
        }
    }

    private func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// What the original registered for its own end is not the copy's business.
    private func end(_ status: Int32, _ reason: String? = nil) -> Never {
        if let reason { write(Array(reason.utf8)) }
        _exit(status)
    }
}
