internal import Domain
internal import SQLText

/// For `api_client AS c`.
let clientColumns: SQL = """
    c.id AS client_id, c.user_id AS client_user_id, c.secret_hash, c.issued_at AS client_issued_at,
    c.revoked_at AS client_revoked_at
    """

/// For `api_token_pair AS p`.
let pairColumns: SQL = """
    p.id AS pair_id, p.family_id, p.client_id AS pair_client_id, p.access_hash, p.refresh_hash,
    p.issued_at AS pair_issued_at, p.access_expires_at, p.refresh_expires_at, p.refreshed_at,
    p.revoked_at AS pair_revoked_at
    """

extension Row {
    func client() throws -> APIClient {
        APIClient(
            id: try value("client_id"), user: try value("client_user_id"),
            secretHash: try value("secret_hash"), issuedAt: try value("client_issued_at"),
            revokedAt: try value("client_revoked_at"))
    }

    func tokenPair() throws -> TokenPair {
        TokenPair(
            id: try value("pair_id"), family: try value("family_id"),
            client: try value("pair_client_id"), accessHash: try value("access_hash"),
            refreshHash: try value("refresh_hash"), issuedAt: try value("pair_issued_at"),
            accessExpiresAt: try value("access_expires_at"),
            refreshExpiresAt: try value("refresh_expires_at"),
            refreshedAt: try value("refreshed_at"), revokedAt: try value("pair_revoked_at"))
    }
}
