public import Domain
public import SQLText

/// Work owed, in SQL. A claim is a lease: it ends by itself, and with each claim the fence grows,
/// so that a worker that slept past its lease can neither finish nor postpone the job.
public struct SQLJobQueue: JobQueue {
    private let database: any SQLDatabase
    private let writer: JobWriter

    public init(_ database: any SQLDatabase, jobs: JobWriter) {
        self.database = database
        writer = jobs
    }

    public func claim(at now: Instant, leaseSeconds: Int64) async throws -> Job? {
        // An idle queue is only read: polling it costs no commit.
        let due: SQL = "SELECT id FROM job WHERE claimable_at <= \(now) ORDER BY claimable_at, id"
        guard try await database.read({ try $0.firstRow(of: "\(due) LIMIT 1") }) != nil else {
            return nil
        }
        return try await database.write { connection in
            try connection.firstRow(
                of: """
                    UPDATE job
                    SET claimable_at = \(now.adding(seconds: leaseSeconds)),
                        attempts = attempts + 1, fence = fence + 1
                    WHERE id = (\(due) LIMIT 1\(connection.dialect.claiming))
                    RETURNING id, kind, document_id, notice, run_at, attempts, fence
                    """
            ).map { try $0.job() }
        }
    }

    public func complete(_ job: Job) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM job WHERE id = \(job.id) AND fence = \(job.fence)") == 1
        }
    }

    public func postpone(
        _ job: Job, until runAt: Instant, because reason: String
    ) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE job
                SET run_at = \(runAt), claimable_at = \(runAt), trouble = \(reason)
                WHERE id = \(job.id) AND fence = \(job.fence)
                """) == 1
        }
    }

    public func releaseAll() async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "UPDATE job SET claimable_at = run_at WHERE claimable_at > run_at")
        }
    }

    public func add(_ work: Job.Work, at runAt: Instant) async throws {
        let adding = try writer.adding(work, at: runAt)
        try await database.write { try $0.perform(adding) }
        writer.announce()
    }

    public func sweep(at now: Instant) async throws -> Int {
        let owed = try await database.read { try $0.workOwedWithoutJob(at: now) }
        guard !owed.isEmpty else { return 0 }
        return try await database.write { connection in
            try owed.filter { try writer.addIfAbsent($0, at: now, on: connection) }.count
        }
    }
}

extension SQLConnection {
    /// Drafts with files nobody has read, documents whose schedule has come to something, and
    /// documents whose seal is owed.
    fileprivate func workOwedWithoutJob(at now: Instant) throws -> [Job.Work] {
        let unread: SQL = """
            SELECT DISTINCT f.document_id FROM document_file f
            JOIN document d ON d.account_id = f.account_id AND d.id = f.document_id
            WHERE f.status = 'parsing' AND d.state = 'draft'
                AND NOT EXISTS (
                    SELECT 1 FROM job j
                    WHERE j.kind = 'inspect' AND j.document_id = f.document_id)
            """
        let unsealed: SQL = """
            SELECT d.id FROM document d
            WHERE d.state = 'sealing'
                AND NOT EXISTS (
                    SELECT 1 FROM job j WHERE j.kind = 'seal' AND j.document_id = d.id)
            """
        let due: SQL = """
            SELECT d.id FROM document d
            WHERE d.due_at <= \(now)
                AND NOT EXISTS (
                    SELECT 1 FROM job j WHERE j.kind = 'attend' AND j.document_id = d.id)
            """
        return try rows(of: unread).map { .inspect(try $0.value(at: 0)) }
            + rows(of: due).map { .attend(try $0.value(at: 0)) }
            + rows(of: unsealed).map { .seal(try $0.value(at: 0)) }
    }
}
