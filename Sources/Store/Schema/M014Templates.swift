internal import SQLText

extension Migration {
    /// A template is its latest version; the earlier ones stay as they were.
    static let m014Templates = Migration(
        number: 14, name: "templates",
        statements: [
            """
            CREATE TABLE template (
                account_id BYTEA NOT NULL,
                id BYTEA NOT NULL,
                version BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (account_id, id),
                FOREIGN KEY (account_id) REFERENCES account (id)
            )
            """,
            """
            CREATE TABLE template_version (
                account_id BYTEA NOT NULL,
                template_id BYTEA NOT NULL,
                version BIGINT NOT NULL,
                creator_id BYTEA NOT NULL,
                creator_last_name TEXT NOT NULL,
                creator_first_name TEXT NOT NULL,
                creator_patronymic TEXT,
                creator_email TEXT NOT NULL,
                title TEXT NOT NULL,
                is_sequential BIGINT NOT NULL,
                is_face_to_face BIGINT NOT NULL,
                requires_approval BIGINT NOT NULL,
                period_days BIGINT,
                parties TEXT NOT NULL,
                fields TEXT NOT NULL,
                files TEXT NOT NULL,
                attachments TEXT NOT NULL,
                PRIMARY KEY (account_id, template_id, version),
                FOREIGN KEY (account_id, template_id) REFERENCES template (account_id, id),
                FOREIGN KEY (account_id, creator_id) REFERENCES account_user (account_id, id),
                CONSTRAINT template_version_number CHECK (version >= 1),
                CONSTRAINT template_version_terms CHECK (
                    is_sequential IN (0, 1) AND is_face_to_face IN (0, 1)
                    AND requires_approval IN (0, 1) AND period_days >= 1)
            )
            """,
            "CREATE INDEX template_by_creation ON template (account_id, created_at, id)",
        ])
}
