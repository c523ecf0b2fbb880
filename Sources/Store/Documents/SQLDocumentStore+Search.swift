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

extension Row {
    fileprivate func found() throws -> FoundDocument {
        FoundDocument(
            id: try value("id"), name: try value("name"), stage: try stage(),
            author: try author(), clientID: try value("client_id"),
            createdAt: try value("created_at"), completedAt: try value("sealed_at"))
    }

    private func stage() throws -> DocumentStage {
        switch try value("state", as: DocumentStatus.self) {
        case .draft: .draft
        case .signing: .signing
        case .sealing: .sealing
        case .signed: .completed
        case .rejected:
            try value("declined_by", as: RecipientID?.self) == nil ? .revoked : .declined
        case .deleted: throw SQLError(.decoding, "a deleted document was found")
        }
    }
}
