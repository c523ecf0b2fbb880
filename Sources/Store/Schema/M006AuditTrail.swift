internal import SQLText

extension Migration {
    static let m006AuditTrail = Migration(
        number: 6, name: "audit trail",
        statements: [
            """
            CREATE TABLE audit_event (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                sequence BIGINT NOT NULL,
                occurred_at BIGINT NOT NULL,
                kind TEXT NOT NULL,
                body TEXT NOT NULL,
                hash BYTEA NOT NULL,
                PRIMARY KEY (document_id, account_id, sequence),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                CONSTRAINT audit_event_sequence CHECK (sequence >= 1),
                CONSTRAINT audit_event_hash CHECK (length(hash) = 32)
            )
            """
        ])
}
