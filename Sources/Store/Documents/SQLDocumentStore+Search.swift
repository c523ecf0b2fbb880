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
                    SELECT id, bulk_sequence, state, declined_by, has_expired FROM document
                    WHERE account_id = \(account) AND bulk_id = \(bulk) AND state <> 'deleted'
                    ORDER BY bulk_row
                    """
            ).map { row in
                BulkRow(
                    sequence: try row.value("bulk_sequence"), id: try row.value("id"),
                    stage: try row.stage())
            }
        }
    }
}

extension Row {
    fileprivate func found() throws -> FoundDocument {
        FoundDocument(
            id: try value("id"), name: try value("name"), stage: try stage(),
            author: try author(), clientID: try value("client_id"),
            createdAt: try value("created_at"), completedAt: try value("sealed_at"))
    }

    func stage() throws -> DocumentStage {
        switch try value("state", as: DocumentStatus.self) {
        case .draft: .draft
        case .signing: .signing
        case .awaitingApproval: .awaitingApproval
        case .sealing: .sealing
        case .signed: .completed
        case .rejected:
            if try value("has_expired") {
                .expired
            } else {
                try value("declined_by", as: RecipientID?.self) == nil ? .revoked : .declined
            }
        case .deleted: throw SQLError(.decoding, "a deleted document was found")
        }
    }
}
