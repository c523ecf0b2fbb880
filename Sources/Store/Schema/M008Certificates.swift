internal import SQLText

extension Migration {
    /// An intent first; what was issued for it fills the row in.
    static let m008Certificates = Migration(
        number: 8, name: "certificates",
        statements: [
            """
            CREATE TABLE certificate (
                serial TEXT NOT NULL PRIMARY KEY,
                purpose TEXT NOT NULL,
                contact TEXT NOT NULL,
                contact_key TEXT NOT NULL,
                common_name TEXT NOT NULL,
                requested_at BIGINT NOT NULL,
                issued_name TEXT,
                thumbprint TEXT UNIQUE,
                not_before BIGINT,
                not_after BIGINT,
                der BYTEA,
                revoked_at BIGINT,
                CONSTRAINT certificate_purpose CHECK (purpose IN ('oneTime', 'personal')),
                CONSTRAINT certificate_issued CHECK (
                    (thumbprint IS NULL) = (der IS NULL)
                    AND (thumbprint IS NULL) = (issued_name IS NULL)
                    AND (thumbprint IS NULL) = (not_before IS NULL)
                    AND (thumbprint IS NULL) = (not_after IS NULL))
            )
            """,
            "CREATE INDEX certificate_by_contact ON certificate (contact_key)",
        ])
}
