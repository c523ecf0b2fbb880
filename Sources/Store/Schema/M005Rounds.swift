internal import SQLText

extension Migration {
    /// What people did in a round, and the file that came of it. Keys by round and recipient make a
    /// second signature of one person impossible; nothing of an earlier round is overwritten.
    static let m005Rounds = Migration(
        number: 5, name: "rounds",
        statements: [
            """
            CREATE TABLE turn (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                round BIGINT NOT NULL,
                recipient_id BYTEA NOT NULL,
                context BIGINT NOT NULL,
                field TEXT,
                progress TEXT NOT NULL,
                progressed_at BIGINT,
                decline_reason TEXT,
                confirmed_by TEXT,
                consent_version TEXT,
                entries TEXT,
                external TEXT,
                gate_failures BIGINT NOT NULL,
                locked_until BIGINT,
                submissions TEXT NOT NULL,
                origin_address TEXT,
                origin_user_agent TEXT,
                certificate_serial TEXT,
                certificate_name TEXT,
                certificate_thumbprint TEXT,
                certificate_not_before BIGINT,
                certificate_not_after BIGINT,
                PRIMARY KEY (document_id, account_id, round, recipient_id),
                FOREIGN KEY (account_id, document_id, recipient_id)
                    REFERENCES recipient (account_id, document_id, id),
                CONSTRAINT turn_context UNIQUE (document_id, account_id, round, context),
                CONSTRAINT turn_progress CHECK (
                    progress = 'waiting' OR progress = 'notified' OR progress = 'opened'
                    OR progress = 'approved' OR progress = 'reviewed' OR progress = 'rejected'),
                CONSTRAINT turn_time CHECK ((progress = 'waiting') = (progressed_at IS NULL)),
                CONSTRAINT turn_decline CHECK (
                    (progress = 'rejected') = (decline_reason IS NOT NULL)),
                CONSTRAINT turn_approval CHECK (
                    (progress = 'approved') = (confirmed_by IS NOT NULL)
                    AND (progress = 'approved') = (entries IS NOT NULL)
                    AND (progress <> 'approved' OR field IS NOT NULL)
                    AND (progress = 'approved' OR external IS NULL)
                    AND (progress = 'approved') = (origin_address IS NOT NULL)
                    AND (progress = 'approved') = (origin_user_agent IS NOT NULL)
                    AND (progress = 'approved') = (certificate_serial IS NOT NULL)
                    AND (progress = 'approved') = (certificate_name IS NOT NULL)
                    AND (progress = 'approved') = (certificate_thumbprint IS NOT NULL)
                    AND (progress = 'approved') = (certificate_not_before IS NOT NULL)
                    AND (progress = 'approved') = (certificate_not_after IS NOT NULL)
                    AND (progress = 'approved' OR consent_version IS NULL))
            )
            """,
            """
            CREATE TABLE revision (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                round BIGINT NOT NULL,
                number BIGINT NOT NULL,
                kind TEXT NOT NULL,
                recipient_id BYTEA,
                blob_hash BYTEA NOT NULL,
                blob_byte_count BIGINT NOT NULL,
                PRIMARY KEY (document_id, account_id, round, number),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                FOREIGN KEY (account_id, document_id, round, recipient_id)
                    REFERENCES turn (account_id, document_id, round, recipient_id),
                CONSTRAINT revision_signature UNIQUE (
                    document_id, account_id, round, recipient_id),
                CONSTRAINT revision_kind CHECK (
                    kind = 'base' OR kind = 'layout' OR kind = 'signature'
                    OR kind = 'validationData' OR kind = 'documentTimestamp'),
                CONSTRAINT revision_signer CHECK (
                    (kind = 'signature') = (recipient_id IS NOT NULL)),
                CONSTRAINT revision_base CHECK ((kind = 'base') = (number = 0)),
                CONSTRAINT revision_blob_hash CHECK (length(blob_hash) = 32)
            )
            """,
            """
            CREATE TABLE signing_context (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                round BIGINT NOT NULL,
                revision BIGINT NOT NULL,
                content BYTEA NOT NULL,
                file_hash BYTEA NOT NULL,
                file_byte_count BIGINT NOT NULL,
                PRIMARY KEY (document_id, account_id),
                FOREIGN KEY (account_id, document_id, round, revision)
                    REFERENCES revision (account_id, document_id, round, number),
                CONSTRAINT signing_context_file_hash CHECK (length(file_hash) = 32)
            )
            """,
        ])
}
