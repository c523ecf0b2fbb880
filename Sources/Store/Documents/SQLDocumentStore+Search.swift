public import Domain
internal import SQLText

extension SQLDocumentStore {
    public func found(
        _ search: DocumentSearch, in account: AccountID, offset: Int, limit: Int
    ) async throws -> [FoundDocument] {
        let statement = search.page(in: account, offset: offset, limit: limit)
        return try await database.read { connection in
            try connection.rows(of: statement).map { try $0.found() }
        }
    }

    public func count(_ search: DocumentSearch, in account: AccountID) async throws -> Int {
        let statement = search.count(in: account)
        return try await database.read { connection in
            try connection.firstRow(of: statement)?.value(at: 0) ?? 0
        }
    }
}

extension SQLDocumentStore {
    public func documents(of bulk: BulkID, in account: AccountID) async throws -> [BulkRow] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT id, bulk_sequence, stage FROM document
                    WHERE account_id = \(account) AND bulk_id = \(bulk) AND stage IS NOT NULL
                    ORDER BY bulk_row
                    """
            ).map { row in
                BulkRow(
                    sequence: try row.value("bulk_sequence"), id: try row.value("id"),
                    stage: try row.value("stage"))
            }
        }
    }
}

extension Row {
    fileprivate func found() throws -> FoundDocument {
        FoundDocument(
            id: try value("id"), name: try value("name"), stage: try value("stage"),
            author: try author(), clientID: try value("client_id"),
            createdAt: try value("created_at"), completedAt: try value("sealed_at"))
    }
}
