internal import SQLText

extension Migration {
    /// A finished file may end with validation data and a document timestamp. A CHECK cannot be
    /// changed, so the table is made anew. Contexts are a cache: they are dropped with the table
    /// that they point to, and rebuilt from the files.
    static let m010SealedRevisions = Migration(
        number: 10, name: "sealed revisions",
        statements: [
            "DROP TABLE signing_context",
            """
            CREATE TABLE round_revision (
                account_id TEXT NOT NULL,
                document_id TEXT NOT NULL,
                round BIGINT NOT NULL,
                number BIGINT NOT NULL,
                kind TEXT NOT NULL,
                recipient_id TEXT,
                blob_hash BYTEA NOT NULL,
                blob_byte_count BIGINT NOT NULL,
                PRIMARY KEY (account_id, document_id, round, number),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                FOREIGN KEY (account_id, document_id, round, recipient_id)
                    REFERENCES turn (account_id, document_id, round, recipient_id),
                CONSTRAINT round_revision_signature UNIQUE (
                    account_id, document_id, round, recipient_id),
                CONSTRAINT round_revision_kind CHECK (kind IN (
                    'base', 'layout', 'signature', 'validationData', 'documentTimestamp')),
                CONSTRAINT round_revision_signer CHECK (
                    (kind = 'signature') = (recipient_id IS NOT NULL)),
                CONSTRAINT round_revision_base CHECK ((kind = 'base') = (number = 0)),
                CONSTRAINT round_revision_blob_hash CHECK (length(blob_hash) = 32)
            )
            """,
            """
            INSERT INTO round_revision (
                account_id, document_id, round, number, kind, recipient_id, blob_hash,
                blob_byte_count)
            SELECT account_id, document_id, round, number, kind, recipient_id, blob_hash,
                blob_byte_count
            FROM revision
            """,
            "DROP TABLE revision",
            "ALTER TABLE round_revision RENAME TO revision",
            """
            CREATE TABLE signing_context (
                account_id TEXT NOT NULL,
                document_id TEXT NOT NULL,
                round BIGINT NOT NULL,
                revision BIGINT NOT NULL,
                content BYTEA NOT NULL,
                file_hash BYTEA NOT NULL,
                file_byte_count BIGINT NOT NULL,
                PRIMARY KEY (account_id, document_id),
                FOREIGN KEY (account_id, document_id, round, revision)
                    REFERENCES revision (account_id, document_id, round, number),
                CONSTRAINT signing_context_file_hash CHECK (length(file_hash) = 32)
            )
            """,
        ])
}
