internal import SQLText

extension Migration {
    /// One pending code for each purpose; the codes themselves are nowhere.
    static let m007Confirmations = Migration(
        number: 7, name: "one-time codes",
        statements: [
            """
            CREATE TABLE confirmation (
                id BYTEA NOT NULL PRIMARY KEY,
                number BIGINT NOT NULL UNIQUE,
                purpose TEXT NOT NULL,
                document_id BYTEA REFERENCES document (id),
                recipient_id BYTEA,
                round BIGINT,
                user_id BYTEA REFERENCES account_user (id),
                requested_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                attempts_left BIGINT NOT NULL,
                outcome TEXT,
                CONSTRAINT confirmation_number CHECK (number BETWEEN 1 AND 2147483647),
                CONSTRAINT confirmation_purpose CHECK (
                    purpose = 'signing' OR purpose = 'access' OR purpose = 'certificate'),
                CONSTRAINT confirmation_of_recipient CHECK (
                    (purpose IN ('signing', 'access')) = (document_id IS NOT NULL)
                    AND (purpose IN ('signing', 'access')) = (recipient_id IS NOT NULL)
                    AND (purpose IN ('signing', 'access')) = (round IS NOT NULL)),
                CONSTRAINT confirmation_certificate CHECK (
                    (purpose = 'certificate') = (user_id IS NOT NULL)),
                CONSTRAINT confirmation_attempts CHECK (attempts_left >= 0),
                CONSTRAINT confirmation_outcome CHECK (
                    outcome = 'used' OR outcome = 'exhausted' OR outcome = 'superseded')
            )
            """,
            """
            CREATE UNIQUE INDEX confirmation_pending_recipient
            ON confirmation (document_id, recipient_id, round, purpose)
            WHERE outcome IS NULL AND purpose IN ('signing', 'access')
            """,
            """
            CREATE UNIQUE INDEX confirmation_pending_certificate ON confirmation (user_id)
            WHERE outcome IS NULL AND purpose = 'certificate'
            """,
        ])
}
