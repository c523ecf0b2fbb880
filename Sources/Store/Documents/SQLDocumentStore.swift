public import Domain
public import SQLText

/// Documents in SQL. A ``Change`` becomes rows in one transaction, which raises the document's
/// version only where it is still the one that the decision was made on.
public struct SQLDocumentStore: DocumentStore {
    let database: any SQLDatabase
    let jobs: JobWriter

    public init(_ database: any SQLDatabase, jobs: JobWriter) {
        self.database = database
        self.jobs = jobs
    }

    public func document(_ id: DocumentID) async throws -> Document? {
        try await database.read { connection in try connection.document(id) }
    }

    public func head(of document: DocumentID) async throws -> DocumentHead? {
        let row = try await database.firstRow(
            of: "SELECT account_id, author_id, stage, version FROM document WHERE id = \(document)")
        return try row.map {
            DocumentHead(
                account: try $0.value("account_id"), author: try $0.value("author_id"),
                stage: try $0.value("stage"), version: try $0.value("version"))
        }
    }

    public func document(link: ContentHash) async throws -> (Document, PartyID)? {
        try await database.read { connection in
            if let row = try connection.firstRow(
                of: "SELECT document_id, id FROM recipient WHERE link_hash = \(link)")
            {
                let party = PartyID.recipient(try row.value("id"))
                return try connection.document(row.value("document_id")).map { ($0, party) }
            }
            let own = try connection.firstRow(
                of: "SELECT id, author_id FROM document WHERE author_link_hash = \(link)")
            guard let own else { return nil }
            let party = PartyID.author(try own.value("author_id"))
            return try connection.document(own.value("id")).map { ($0, party) }
        }
    }

    public func statuses(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [DocumentQuery.Row] {
        let statement = query.statement(after: cursor, limit: limit)
        return try await database.read { connection in
            try connection.rows(of: statement).map { try $0.listed() }
        }
    }

    public func documents(
        _ query: DocumentQuery, after cursor: DocumentQuery.Cursor?, limit: Int
    ) async throws -> [Document] {
        let statement = query.statement(after: cursor, limit: limit)
        return try await database.read { connection in
            try connection.rows(of: statement).compactMap { row in
                try connection.document(row.value("id"))
            }
        }
    }
}

extension Row {
    fileprivate func listed() throws -> DocumentQuery.Row {
        DocumentQuery.Row(
            id: try value("id"), status: try value("state"), createdAt: try value("created_at"))
    }
}
