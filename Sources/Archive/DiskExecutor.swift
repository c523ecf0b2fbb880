import Dispatch

/// Runs an actor on a thread where waiting for the disk keeps no other task waiting.
final class DiskExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "tamga.archive", qos: .userInitiated)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}
