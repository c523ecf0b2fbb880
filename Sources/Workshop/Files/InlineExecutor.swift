/// Runs asynchronous code to its end on the caller's thread, where nothing in it waits for
/// another thread: a child may start none.
final class InlineExecutor: TaskExecutor {
    static func run<Result: Sendable>(_ body: @escaping @Sendable () async -> Result) -> Result {
        let outcome = Outcome<Result>()
        Task(executorPreference: InlineExecutor()) { outcome.value = await body() }
        guard let value = outcome.value else {
            preconditionFailure("the code waited for somebody else")
        }
        return value
    }

    func enqueue(_ job: consuming ExecutorJob) {
        job.runSynchronously(on: asUnownedTaskExecutor())
    }

    /// Unchecked: written and read on one thread.
    private final class Outcome<Value>: @unchecked Sendable {
        var value: Value?
    }
}
