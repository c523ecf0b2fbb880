internal import SQLText

extension Migration {
    /// One row for each certificate that was taken back, whoever issued it, instead of a column
    /// of the people's certificates alone. Rows are never changed. Beside them the last signed
    /// list of each issuer, and the last number drawn for one.
    static let m011Revocations = Migration(
        number: 11, name: "revocations",
        statements: [
            """
            CREATE TABLE revocation (
                serial TEXT NOT NULL PRIMARY KEY,
                issuer TEXT NOT NULL,
                revoked_at BIGINT NOT NULL,
                reason TEXT NOT NULL,
                CONSTRAINT revocation_issuer CHECK (issuer IN ('root', 'issuing'))
            )
            """,
            """
            INSERT INTO revocation (serial, issuer, revoked_at, reason)
            SELECT serial, 'issuing', revoked_at, 'unspecified' FROM certificate
            WHERE revoked_at IS NOT NULL
            """,
            "ALTER TABLE certificate DROP COLUMN revoked_at",
            """
            CREATE TABLE revocation_list (
                issuer TEXT NOT NULL PRIMARY KEY,
                drawn_number BIGINT NOT NULL,
                number BIGINT,
                revocation_count BIGINT,
                this_update BIGINT,
                next_update BIGINT,
                der BYTEA,
                CONSTRAINT revocation_list_issuer CHECK (issuer IN ('root', 'issuing')),
                CONSTRAINT revocation_list_number CHECK (number <= drawn_number),
                CONSTRAINT revocation_list_kept CHECK (
                    (number IS NULL) = (der IS NULL)
                    AND (number IS NULL) = (revocation_count IS NULL)
                    AND (number IS NULL) = (this_update IS NULL)
                    AND (number IS NULL) = (next_update IS NULL))
            )
            """,
        ])
}
