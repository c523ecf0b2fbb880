/// Work owed, claimed under a lease and a fencing token.
public protocol JobQueue: Sendable {
    /// The oldest job that is due and not leased; its fence has grown.
    func claim(at now: Instant, leaseSeconds: Int64) async throws -> Job?

    /// `false` where another worker has claimed it since.
    func complete(_ job: Job) async throws -> Bool

    /// Tried in vain: again at `runAt`. `false` where another worker has claimed it since.
    func postpone(_ job: Job, until runAt: Instant, because reason: String) async throws -> Bool

    /// Ends every lease. For a process that knows itself alone with the queue: whoever held one
    /// is dead, and what it had begun is due again at once.
    func releaseAll() async throws

    func add(_ work: Job.Work, at runAt: Instant) async throws

    /// Re-creates work that is owed but has no job: unread files, unsealed documents.
    /// Returns how many.
    func sweep(at now: Instant) async throws -> Int
}
