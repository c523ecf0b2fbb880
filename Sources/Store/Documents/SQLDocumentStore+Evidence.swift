public import Domain
internal import SQLText

extension SQLDocumentStore {
    public func revisions(of document: DocumentID, round: Int) async throws -> [Revision] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT r.round, r.number, r.kind, r.recipient_id, r.blob_hash,
                        r.blob_byte_count
                    FROM document d JOIN revision r
                        ON r.account_id = d.account_id AND r.document_id = d.id
                    WHERE d.id = \(document) AND r.round = \(round)
                    ORDER BY r.number
                    """
            ).map { try $0.revision() }
        }
    }

    /// A context that describes another revision than the last is as good as none.
    public func context(of document: DocumentID, round: Int) async throws -> SigningContext? {
        try await database.read { connection in
            try connection.firstRow(
                of: """
                    SELECT c.revision, c.content, c.file_hash, c.file_byte_count
                    FROM document d JOIN signing_context c
                        ON c.account_id = d.account_id AND c.document_id = d.id
                    WHERE d.id = \(document) AND c.round = \(round)
                        AND NOT EXISTS (
                            SELECT 1 FROM revision r
                            WHERE r.account_id = c.account_id AND r.document_id = c.document_id
                                AND r.round = c.round AND r.number > c.revision)
                    """
            ).map { try $0.signingContext() }
        }
    }

    public func auditTrail(of document: DocumentID) async throws -> [AuditRow] {
        try await database.read { connection in
            try connection.rows(
                of: """
                    SELECT a.sequence, a.occurred_at, a.kind, a.body, a.hash
                    FROM document d JOIN audit_event a
                        ON a.account_id = d.account_id AND a.document_id = d.id
                    WHERE d.id = \(document)
                    ORDER BY a.sequence
                    """
            ).map { try $0.auditRow() }
        }
    }
}

extension Row {
    fileprivate func revision() throws -> Revision {
        Revision(
            round: try value("round"), number: try value("number"), kind: try revisionKind(),
            blob: Blob(hash: try value("blob_hash"), byteCount: try value("blob_byte_count")))
    }

    private func revisionKind() throws -> Revision.Kind {
        switch try value("kind", as: String.self) {
        case "base": .base
        case "layout": .layout
        case "signature": .signature(try value("recipient_id"))
        case "validationData": .validationData
        case "documentTimestamp": .documentTimestamp
        case let kind: throw SQLError(.decoding, "unknown kind of revision \(kind)")
        }
    }

    fileprivate func signingContext() throws -> SigningContext {
        SigningContext(
            revision: try value("revision"), bytes: try value("content"),
            fileHash: try value("file_hash"), fileByteCount: try value("file_byte_count"))
    }

    fileprivate func auditRow() throws -> AuditRow {
        AuditRow(
            sequence: try value("sequence"), at: try value("occurred_at"),
            kind: try value("kind"), body: try value("body"), hash: try value("hash"))
    }
}
