internal import SQLText

extension Migration {
    static let m001Accounts = Migration(
        number: 1, name: "accounts, users, tokens, sessions",
        statements: [
            """
            CREATE TABLE account (
                id BYTEA NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                stamp_hash BYTEA,
                stamp_byte_count BIGINT,
                CONSTRAINT account_stamp CHECK (
                    (stamp_hash IS NULL) = (stamp_byte_count IS NULL)),
                CONSTRAINT account_stamp_hash CHECK (length(stamp_hash) = 32)
            )
            """,
            """
            CREATE TABLE account_user (
                account_id BYTEA NOT NULL REFERENCES account (id),
                id BYTEA NOT NULL UNIQUE,
                email TEXT NOT NULL,
                email_key TEXT NOT NULL,
                last_name TEXT NOT NULL,
                first_name TEXT NOT NULL,
                patronymic TEXT,
                role TEXT NOT NULL,
                is_verified BIGINT NOT NULL,
                language TEXT,
                password_hash TEXT,
                PRIMARY KEY (account_id, id),
                CONSTRAINT account_user_email UNIQUE (account_id, email_key),
                CONSTRAINT account_user_role CHECK (role IN ('admin', 'member')),
                CONSTRAINT account_user_is_verified CHECK (is_verified IN (0, 1))
            )
            """,
            "CREATE INDEX account_user_by_email ON account_user (email_key)",
            """
            CREATE TABLE access_token (
                account_id BYTEA NOT NULL,
                id BYTEA NOT NULL UNIQUE,
                user_id BYTEA NOT NULL,
                name TEXT NOT NULL,
                permissions TEXT NOT NULL,
                hash BYTEA NOT NULL UNIQUE,
                issued_at BIGINT NOT NULL,
                expires_at BIGINT,
                revoked_at BIGINT,
                last_used_at BIGINT,
                PRIMARY KEY (account_id, id),
                FOREIGN KEY (account_id, user_id) REFERENCES account_user (account_id, id),
                CONSTRAINT access_token_hash CHECK (length(hash) = 32)
            )
            """,
            """
            CREATE TABLE web_session (
                hash BYTEA NOT NULL PRIMARY KEY,
                account_id BYTEA NOT NULL,
                user_id BYTEA NOT NULL,
                started_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                FOREIGN KEY (account_id, user_id) REFERENCES account_user (account_id, id),
                CONSTRAINT web_session_hash CHECK (length(hash) = 32)
            )
            """,
            "CREATE INDEX web_session_by_user ON web_session (account_id, user_id)",
        ])
}
