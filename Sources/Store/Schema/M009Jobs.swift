internal import SQLText

extension Migration {
    /// A document has at most one job of each kind of its own; mails are as many as are owed.
    /// `claimable_at` is the later of `run_at` and the end of the lease.
    static let m009Jobs = Migration(
        number: 9, name: "jobs",
        statements: [
            """
            CREATE TABLE job (
                id BYTEA NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                document_id BYTEA REFERENCES document (id),
                notice TEXT,
                run_at BIGINT NOT NULL,
                claimable_at BIGINT NOT NULL,
                attempts BIGINT NOT NULL,
                fence BIGINT NOT NULL,
                trouble TEXT,
                CONSTRAINT job_kind CHECK (
                    kind = 'inspect' OR kind = 'attend' OR kind = 'seal' OR kind = 'mail'),
                CONSTRAINT job_document CHECK (
                    (kind <> 'mail') = (document_id IS NOT NULL)),
                CONSTRAINT job_notice CHECK ((kind = 'mail') = (notice IS NOT NULL)),
                CONSTRAINT job_of_document UNIQUE (kind, document_id)
            )
            """,
            "CREATE INDEX job_by_time ON job (claimable_at, id)",
        ])
}
