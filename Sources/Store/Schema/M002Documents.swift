extension Migration {
    /// A document's facts stand beside its state, and a CHECK keeps them together: there is no
    /// signed document without the hash of its finished file.
    static let m002Documents = Migration(
        number: 2, name: "documents, recipients, files",
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
                    AND (state = 'signed') = (seal_byte_count IS NOT NULL)),
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
            """
            CREATE TABLE recipient (
                account_id TEXT NOT NULL,
                document_id TEXT NOT NULL,
                id TEXT NOT NULL,
                document_created_at BIGINT NOT NULL,
                position BIGINT NOT NULL,
                last_name TEXT NOT NULL,
                first_name TEXT NOT NULL,
                patronymic TEXT,
                email TEXT NOT NULL,
                email_key TEXT NOT NULL,
                number BIGINT NOT NULL,
                step BIGINT NOT NULL,
                method TEXT NOT NULL,
                requires_verification BIGINT NOT NULL,
                language TEXT,
                link_generation BIGINT NOT NULL,
                link_hash BYTEA NOT NULL UNIQUE,
                PRIMARY KEY (account_id, document_id, id),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                CONSTRAINT recipient_position UNIQUE (account_id, document_id, position),
                CONSTRAINT recipient_email UNIQUE (account_id, document_id, email_key),
                CONSTRAINT recipient_method CHECK (method IN ('simple', 'ownCertificate')),
                CONSTRAINT recipient_requires_verification CHECK (
                    requires_verification IN (0, 1)),
                CONSTRAINT recipient_step CHECK (step >= 1),
                CONSTRAINT recipient_link_hash CHECK (length(link_hash) = 32)
            )
            """,
            """
            CREATE INDEX recipient_by_email
            ON recipient (email_key, document_created_at, document_id)
            """,
            """
            CREATE TABLE document_file (
                account_id TEXT NOT NULL,
                document_id TEXT NOT NULL,
                id TEXT NOT NULL,
                position BIGINT NOT NULL,
                number BIGINT NOT NULL,
                name TEXT NOT NULL,
                blob_hash BYTEA NOT NULL,
                blob_byte_count BIGINT NOT NULL,
                status TEXT NOT NULL,
                page_count BIGINT,
                signature_count BIGINT,
                is_clean BIGINT,
                contents TEXT,
                trouble TEXT,
                PRIMARY KEY (account_id, document_id, id),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                CONSTRAINT document_file_blob_hash CHECK (length(blob_hash) = 32),
                CONSTRAINT document_file_status CHECK (
                    status IN ('parsing', 'done', 'error', 'deleted')),
                CONSTRAINT document_file_pages CHECK (
                    (status IN ('done', 'deleted')) = (page_count IS NOT NULL)),
                CONSTRAINT document_file_facts CHECK (
                    (status = 'done') = (signature_count IS NOT NULL)
                    AND (status = 'done') = (is_clean IS NOT NULL)
                    AND (status = 'done') = (contents IS NOT NULL)),
                CONSTRAINT document_file_trouble CHECK (
                    (status = 'error') = (trouble IS NOT NULL))
            )
            """,
            """
            CREATE INDEX document_file_parsing ON document_file (document_id)
            WHERE status = 'parsing'
            """,
        ])
}
