internal import SQLText

extension Migration {
    /// A document's facts stand beside its state, and a CHECK keeps them together: there is no
    /// signed document without the hash of its finished file.
    static let m002Documents = Migration(
        number: 2, name: "documents",
        statements: [
            """
            CREATE TABLE document (
                account_id TEXT NOT NULL,
                id TEXT NOT NULL UNIQUE,
                author_id TEXT NOT NULL,
                author_last_name TEXT NOT NULL,
                author_first_name TEXT NOT NULL,
                author_patronymic TEXT,
                author_email TEXT NOT NULL,
                client_id TEXT,
                name TEXT NOT NULL,
                is_sequential BIGINT NOT NULL,
                language TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                state TEXT NOT NULL,
                seal_trouble TEXT,
                sealed_at BIGINT,
                seal_hash BYTEA,
                seal_byte_count BIGINT,
                seal_certificate_hash BYTEA,
                seal_certificate_byte_count BIGINT,
                rejected_at BIGINT,
                declined_by TEXT,
                decline_reason TEXT,
                revoked_by TEXT,
                was_released BIGINT,
                round BIGINT NOT NULL,
                version BIGINT NOT NULL,
                audit_count BIGINT NOT NULL,
                audit_head BYTEA NOT NULL,
                audit_at BIGINT NOT NULL,
                PRIMARY KEY (account_id, id),
                FOREIGN KEY (account_id, author_id) REFERENCES account_user (account_id, id),
                CONSTRAINT document_is_sequential CHECK (is_sequential IN (0, 1)),
                CONSTRAINT document_state CHECK (
                    state IN ('draft', 'signing', 'sealing', 'signed', 'rejected', 'deleted')),
                CONSTRAINT document_trouble CHECK (state = 'sealing' OR seal_trouble IS NULL),
                CONSTRAINT document_seal CHECK (
                    (state = 'signed') = (sealed_at IS NOT NULL)
                    AND (state = 'signed') = (seal_hash IS NOT NULL)
                    AND (state = 'signed') = (seal_byte_count IS NOT NULL)
                    AND (state = 'signed') = (seal_certificate_hash IS NOT NULL)
                    AND (state = 'signed') = (seal_certificate_byte_count IS NOT NULL)),
                CONSTRAINT document_rejection CHECK (
                    (state = 'rejected') = (rejected_at IS NOT NULL)
                    AND (state = 'rejected')
                        = (declined_by IS NOT NULL OR revoked_by IS NOT NULL)
                    AND (declined_by IS NULL OR revoked_by IS NULL)
                    AND (declined_by IS NULL) = (decline_reason IS NULL)),
                CONSTRAINT document_release CHECK (
                    (state = 'deleted') = (was_released IS NOT NULL)),
                CONSTRAINT document_counters CHECK (
                    round >= 1 AND version >= 1 AND audit_count >= 0)
            )
            """,
            "CREATE INDEX document_by_creation ON document (account_id, created_at, id, state)",
            "CREATE INDEX document_by_author ON document (author_id, created_at, id)",
            "CREATE INDEX document_sealing ON document (id) WHERE state = 'sealing'",
        ])
}
