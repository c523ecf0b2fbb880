internal import SQLText

extension Migration {
    /// What signers were given to sign elsewhere.
    static let m010Preparations = Migration(
        number: 10, name: "preparations",
        statements: [
            """
            CREATE TABLE external_preparation (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                round BIGINT NOT NULL,
                recipient_id BYTEA NOT NULL,
                revision BIGINT NOT NULL,
                opening_hash BYTEA NOT NULL,
                opening_byte_count BIGINT NOT NULL,
                closing_hash BYTEA NOT NULL,
                closing_byte_count BIGINT NOT NULL,
                plan_hash BYTEA NOT NULL,
                plan_byte_count BIGINT NOT NULL,
                entries_hash BYTEA NOT NULL,
                entries_byte_count BIGINT NOT NULL,
                room BIGINT NOT NULL,
                digest BYTEA NOT NULL,
                prepared_at BIGINT NOT NULL,
                needed_room BIGINT,
                PRIMARY KEY (document_id, account_id, round, recipient_id),
                FOREIGN KEY (account_id, document_id, round, recipient_id)
                    REFERENCES turn (account_id, document_id, round, recipient_id),
                FOREIGN KEY (account_id, document_id, round, revision)
                    REFERENCES revision (account_id, document_id, round, number),
                CONSTRAINT external_preparation_digest CHECK (length(digest) = 32)
            )
            """
        ])
}
