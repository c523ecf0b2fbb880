internal import SQLText

/// A body that waits for its commit, and the caller that waits for the body.
struct PendingWrite: Sendable {
    /// Runs the body. Yields what to tell the caller once the commit is known, or throws.
    let run: @Sendable (any SQLConnection) throws -> Answer

    /// Tells the caller that nothing was written.
    let fail: @Sendable (any Error) -> Void

    /// Tells the caller that the body's changes are on the disk.
    typealias Answer = @Sendable () -> Void

    init<Value: Sendable>(
        body: @escaping @Sendable (any SQLConnection) throws -> Value,
        answer: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        run = { connection in
            let value = try body(connection)
            return { answer(.success(value)) }
        }
        fail = { answer(.failure($0)) }
    }
}
