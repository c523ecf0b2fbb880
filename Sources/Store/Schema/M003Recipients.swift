internal import SQLText

extension Migration {
    /// The document's creation time stands here too: a list of what somebody received walks one
    /// index.
    static let m003Recipients = Migration(
        number: 3, name: "recipients",
        statements: [
            """
            CREATE TABLE recipient (
                account_id BYTEA NOT NULL,
                document_id BYTEA NOT NULL,
                id BYTEA NOT NULL,
                document_created_at BIGINT NOT NULL,
                position BIGINT NOT NULL,
                last_name TEXT NOT NULL,
                first_name TEXT NOT NULL,
                patronymic TEXT,
                contact TEXT NOT NULL,
                contact_key TEXT NOT NULL,
                number BIGINT NOT NULL,
                step BIGINT NOT NULL,
                role TEXT NOT NULL,
                acts BIGINT NOT NULL,
                method TEXT,
                access TEXT NOT NULL,
                password_hash TEXT,
                phone_name TEXT,
                app_name TEXT,
                business_number TEXT,
                requires_verification BIGINT NOT NULL,
                memo TEXT,
                requests TEXT NOT NULL,
                language TEXT,
                link_generation BIGINT NOT NULL,
                link_hash BYTEA NOT NULL UNIQUE,
                PRIMARY KEY (document_id, account_id, id),
                FOREIGN KEY (account_id, document_id) REFERENCES document (account_id, id),
                CONSTRAINT recipient_contact UNIQUE (document_id, account_id, acts, contact_key),
                CONSTRAINT recipient_role CHECK (
                    (role = 'signer' OR role = 'reviewer' OR role = 'carbonCopy')
                    AND (role = 'signer') = (method IS NOT NULL)
                    AND acts = CASE WHEN role = 'carbonCopy' THEN 0 ELSE 1 END),
                CONSTRAINT recipient_method CHECK (
                    method = 'simple' OR method = 'ownCertificate'
                    OR method = 'externalCertificate' OR method = 'personalCertificate'
                    OR method = 'corporateCertificate'),
                CONSTRAINT recipient_access CHECK (
                    (access = 'link' OR access = 'code' OR access = 'contact'
                        OR access = 'checks')
                    AND (access = 'checks') = (
                        COALESCE(password_hash, phone_name, app_name, business_number)
                        IS NOT NULL)),
                CONSTRAINT recipient_requires_verification CHECK (
                    requires_verification IN (0, 1)),
                CONSTRAINT recipient_step CHECK (step >= 1),
                CONSTRAINT recipient_link_hash CHECK (length(link_hash) = 32)
            )
            """,
            """
            CREATE INDEX recipient_by_contact
            ON recipient (contact_key, document_created_at, document_id)
            """,
        ])
}
