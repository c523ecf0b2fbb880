public import Domain
internal import FoundationEssentials
internal import SQLText

/// Writes jobs inside the transaction of the change that owes them.
public struct JobWriter: Sendable {
    let randomness: any Randomness
    let clock: any WallClock
    /// To be called once new jobs are committed, so that idle workers look at once.
    let announce: @Sendable () -> Void

    /// - Parameters:
    ///   - randomness: for the ids of jobs.
    ///   - clock: for the time from which jobs are due.
    ///   - announce: called after each commit that owes work; a hint, which may be lost.
    public init(
        randomness: any Randomness, clock: any WallClock,
        announce: @escaping @Sendable () -> Void = {}
    ) {
        self.randomness = randomness
        self.clock = clock
        self.announce = announce
    }

    /// Due at once.
    func adding(_ work: Job.Work) throws -> Write {
        try adding(work, at: clock.now())
    }

    /// A document's job that exists is due anew, and whoever works on it meanwhile has lost it:
    /// what they saw is older than what is owed now.
    func adding(_ work: Job.Work, at runAt: Instant) throws -> Write {
        Write(
            """
            \(try insertion(of: work, at: runAt))
            ON CONFLICT (kind, document_id) DO UPDATE
            SET run_at = excluded.run_at, claimable_at = excluded.claimable_at, attempts = 0,
                fence = job.fence + 1, trouble = NULL
            """)
    }

    /// Leaves a job that exists as it is.
    /// - Returns: whether there was none.
    func addIfAbsent(
        _ work: Job.Work, at runAt: Instant, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "\(insertion(of: work, at: runAt)) ON CONFLICT (kind, document_id) DO NOTHING") == 1
    }

    private func insertion(of work: Job.Work, at runAt: Instant) throws -> SQL {
        let columns = try WorkColumns(work)
        let id: JobID = randomness.identifiers(1, at: clock.now())[0]
        return """
            INSERT INTO job (
                id, kind, document_id, notice, run_at, claimable_at, attempts, fence)
            VALUES (
                \(id), \(columns.kind), \(columns.document), \(columns.notice), \(runAt),
                \(runAt), 0, 0)
            """
    }
}
