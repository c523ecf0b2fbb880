internal import SQLText

extension Migration {
    /// A document's facts stand beside its state, and a CHECK keeps them together: there is no
    /// signed document without the hash of its finished file. Words that a column may hold are
    /// alternatives, not a list: SQLite builds a table of a list's words for each row it checks.
    static let m002Documents = Migration(
        number: 2, name: "documents and their forms",
        statements: [
            """
            CREATE TABLE form (
                account_id BYTEA NOT NULL REFERENCES account (id),
                hash BYTEA NOT NULL,
                fields TEXT NOT NULL,
                PRIMARY KEY (account_id, hash),
                CONSTRAINT form_hash CHECK (length(hash) = 32)
            )
            """,
            """
            CREATE TABLE document (
                account_id BYTEA NOT NULL,
                id BYTEA NOT NULL UNIQUE,
                author_id BYTEA NOT NULL,
                author_last_name TEXT NOT NULL,
                author_first_name TEXT NOT NULL,
                author_patronymic TEXT,
                author_email TEXT NOT NULL,
                author_link_generation BIGINT NOT NULL,
                author_link_hash BYTEA NOT NULL UNIQUE,
                client_id TEXT,
                name TEXT NOT NULL,
                is_sequential BIGINT NOT NULL,
                language TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                is_face_to_face BIGINT NOT NULL,
                requires_approval BIGINT NOT NULL,
                sends_when_ready BIGINT NOT NULL,
                period_days BIGINT,
                redirect TEXT,
                template_id BYTEA,
                bulk_id BYTEA,
                bulk_row BIGINT,
                bulk_sequence TEXT,
                form_hash BYTEA,
                prefilled TEXT,
                attachments TEXT NOT NULL,
                sends_at BIGINT,
                deadline BIGINT,
                reminds_at BIGINT,
                due_at BIGINT,
                state TEXT NOT NULL,
                seal_trouble TEXT,
                sealed_at BIGINT,
                seal_hash BYTEA,
                seal_byte_count BIGINT,
                seal_certificate_hash BYTEA,
                seal_certificate_byte_count BIGINT,
                rejected_at BIGINT,
                declined_by BYTEA,
                decline_reason TEXT,
                revoked_by BYTEA,
                has_expired BIGINT NOT NULL,
                was_released BIGINT,
                round BIGINT NOT NULL,
                version BIGINT NOT NULL,
                audit_count BIGINT NOT NULL,
                audit_head BYTEA NOT NULL,
                audit_at BIGINT NOT NULL,
                PRIMARY KEY (id, account_id),
                FOREIGN KEY (account_id, author_id) REFERENCES account_user (account_id, id),
                FOREIGN KEY (account_id, form_hash) REFERENCES form (account_id, hash),
                CONSTRAINT document_is_sequential CHECK (is_sequential IN (0, 1)),
                CONSTRAINT document_terms CHECK (
                    is_face_to_face IN (0, 1) AND requires_approval IN (0, 1)
                    AND sends_when_ready IN (0, 1) AND has_expired IN (0, 1)
                    AND period_days >= 1 AND (bulk_id IS NULL) = (bulk_sequence IS NULL)
                    AND (bulk_id IS NULL) = (bulk_row IS NULL)),
                CONSTRAINT document_state CHECK (
                    state = 'draft' OR state = 'signing' OR state = 'awaitingApproval'
                    OR state = 'sealing' OR state = 'signed' OR state = 'rejected'
                    OR state = 'deleted'),
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
                        = (declined_by IS NOT NULL OR revoked_by IS NOT NULL OR has_expired = 1)
                    AND (declined_by IS NULL OR revoked_by IS NULL)
                    AND (has_expired = 0 OR declined_by IS NULL AND revoked_by IS NULL)
                    AND (declined_by IS NULL) = (decline_reason IS NULL)),
                CONSTRAINT document_release CHECK (
                    (state = 'deleted') = (was_released IS NOT NULL)),
                CONSTRAINT document_counters CHECK (
                    round >= 1 AND version >= 1 AND audit_count >= 0)
            )
            """,
            "CREATE INDEX document_by_creation ON document (account_id, created_at, id, state)",
            "CREATE INDEX document_by_author ON document (author_id, created_at, id)",
            """
            CREATE INDEX document_by_bulk ON document (account_id, bulk_id, bulk_row)
            WHERE bulk_id IS NOT NULL
            """,
            "CREATE INDEX document_due ON document (due_at, id) WHERE due_at IS NOT NULL",
            "CREATE INDEX document_sealing ON document (id) WHERE state = 'sealing'",
        ])
}
