internal import SQLText

extension Migration {
    /// How many documents of an account are at each stage, in all and by the day of their creation
    /// in Seoul, so that a count costs the same for ten documents and for a million; and a
    /// document's stage in a column, by which lists walk an index.
    static let m015Tallies = Migration(
        number: 15, name: "tallies",
        statements: [
            "ALTER TABLE document ADD COLUMN stage TEXT",
            """
            UPDATE document SET stage = CASE
                WHEN state = 'signed' THEN 'completed'
                WHEN state <> 'rejected' THEN state
                WHEN has_expired = 1 THEN 'expired'
                WHEN declined_by IS NULL THEN 'revoked'
                ELSE 'declined' END
            WHERE state <> 'deleted'
            """,
            """
            CREATE TABLE document_tally (
                account_id BYTEA NOT NULL,
                stage TEXT NOT NULL,
                document_count BIGINT NOT NULL,
                PRIMARY KEY (account_id, stage),
                FOREIGN KEY (account_id) REFERENCES account (id),
                CONSTRAINT document_tally_count CHECK (document_count >= 0)
            )
            """,
            """
            CREATE TABLE document_day_tally (
                account_id BYTEA NOT NULL,
                day BIGINT NOT NULL,
                stage TEXT NOT NULL,
                document_count BIGINT NOT NULL,
                PRIMARY KEY (account_id, day, stage),
                FOREIGN KEY (account_id) REFERENCES account (id),
                CONSTRAINT document_day_tally_count CHECK (document_count >= 0)
            )
            """,
            """
            INSERT INTO document_tally (account_id, stage, document_count)
            SELECT account_id, stage, COUNT(*) FROM document WHERE stage IS NOT NULL
            GROUP BY account_id, stage
            """,
            """
            INSERT INTO document_day_tally (account_id, day, stage, document_count)
            SELECT account_id, (created_at + 32400000000) / 86400000000, stage, COUNT(*)
            FROM document WHERE stage IS NOT NULL
            GROUP BY account_id, (created_at + 32400000000) / 86400000000, stage
            """,
            """
            CREATE INDEX document_living ON document (account_id, created_at, id, stage, name_key)
            WHERE stage IS NOT NULL
            """,
            """
            CREATE INDEX document_by_stage ON document (account_id, stage, created_at, id, name_key)
            WHERE stage IS NOT NULL
            """,
            """
            CREATE INDEX recipient_by_name
            ON recipient (document_id, account_id, acts, name_key)
            """,
        ])
}
