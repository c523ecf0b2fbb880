internal import SQLText

extension Migration {
    /// Programs and the pairs of tokens that they were given; a pair whose refresh token has
    /// expired is deleted when its client is given the next one. And where programs may send
    /// browsers: anywhere, for an account without a row.
    static let m012APIClients = Migration(
        number: 12, name: "API clients",
        statements: [
            """
            CREATE TABLE api_client (
                account_id BYTEA NOT NULL,
                id BYTEA NOT NULL UNIQUE,
                user_id BYTEA NOT NULL,
                secret_hash BYTEA NOT NULL,
                issued_at BIGINT NOT NULL,
                revoked_at BIGINT,
                PRIMARY KEY (account_id, id),
                FOREIGN KEY (account_id, user_id) REFERENCES account_user (account_id, id),
                CONSTRAINT api_client_secret_hash CHECK (length(secret_hash) = 32)
            )
            """,
            """
            CREATE TABLE api_token_pair (
                account_id BYTEA NOT NULL,
                id BYTEA NOT NULL UNIQUE,
                family_id BYTEA NOT NULL,
                client_id BYTEA NOT NULL,
                access_hash BYTEA NOT NULL UNIQUE,
                refresh_hash BYTEA NOT NULL UNIQUE,
                issued_at BIGINT NOT NULL,
                access_expires_at BIGINT NOT NULL,
                refresh_expires_at BIGINT NOT NULL,
                refreshed_at BIGINT,
                revoked_at BIGINT,
                PRIMARY KEY (account_id, id),
                FOREIGN KEY (account_id, client_id) REFERENCES api_client (account_id, id),
                CONSTRAINT api_token_pair_hashes CHECK (
                    length(access_hash) = 32 AND length(refresh_hash) = 32)
            )
            """,
            """
            CREATE INDEX api_token_pair_by_expiry
            ON api_token_pair (account_id, client_id, refresh_expires_at)
            """,
            "CREATE INDEX api_token_pair_by_family ON api_token_pair (family_id)",
            """
            CREATE TABLE redirect_origin (
                account_id BYTEA NOT NULL REFERENCES account (id),
                origin TEXT NOT NULL,
                PRIMARY KEY (account_id, origin)
            )
            """,
        ])
}
