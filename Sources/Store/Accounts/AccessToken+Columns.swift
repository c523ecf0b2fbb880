internal import Domain
internal import SQLText

/// For `access_token AS k`.
let tokenColumns: SQL = """
    k.id AS token_id, k.user_id AS token_user_id, k.name AS token_name, k.permissions, k.hash,
    k.issued_at, k.expires_at, k.revoked_at, k.last_used_at
    """

extension Row {
    func accessToken() throws -> AccessToken {
        AccessToken(
            id: try value("token_id"), user: try value("token_user_id"),
            name: try value("token_name"),
            permissions: try value("permissions", as: WordSet.self).words,
            hash: try value("hash"), issuedAt: try value("issued_at"),
            expiresAt: try value("expires_at"), revokedAt: try value("revoked_at"),
            lastUsedAt: try value("last_used_at"))
    }
}
