public import Domain
internal import SQLText

extension SQLAccountStore {
    public func stamp(of account: AccountID) async throws -> Blob? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT stamp_hash, stamp_byte_count FROM account
                    WHERE id = \(account) AND stamp_hash IS NOT NULL
                    """
            ).map { try $0.stamp() }
        }
    }

    public func keep(_ picture: Blob?, asStampOf account: AccountID) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                UPDATE account
                SET stamp_hash = \(picture?.hash), stamp_byte_count = \(picture?.byteCount)
                WHERE id = \(account)
                """)
        }
    }

    public func stamp(
        of account: AccountID, for email: EmailAddress
    ) async throws -> CompanyStamp? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT a.id, a.name, a.stamp_hash, a.stamp_byte_count
                    FROM account a JOIN account_user u ON u.account_id = a.id
                    WHERE a.id = \(account) AND u.email_key = \(email.key)
                        AND a.stamp_hash IS NOT NULL
                    """
            ).map { row in
                CompanyStamp(
                    account: Account(id: try row.value("id"), name: try row.value("name")),
                    picture: try row.stamp())
            }
        }
    }
}

extension Row {
    fileprivate func stamp() throws -> Blob {
        Blob(hash: try value("stamp_hash"), byteCount: try value("stamp_byte_count"))
    }
}
