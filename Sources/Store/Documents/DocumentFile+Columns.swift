internal import Domain
internal import SQLText

extension SQLConnection {
    func files(of document: DocumentID, in account: AccountID) throws -> [DocumentFile] {
        try rows(
            of: """
                SELECT id, number, name, blob_hash, blob_byte_count, status, page_count,
                    signature_count, is_clean, contents, trouble
                FROM document_file
                WHERE account_id = \(account) AND document_id = \(document)
                ORDER BY position
                """
        ).map { try $0.documentFile() }
    }
}

extension Document {
    func inserting(_ file: DocumentFile, at position: Int) -> Write {
        let facts = FileStatusColumns(file.status)
        return Write(
            """
            INSERT INTO document_file (
                account_id, document_id, id, position, number, name, blob_hash, blob_byte_count,
                status, page_count, signature_count, is_clean, contents, trouble)
            VALUES (
                \(account), \(id), \(file.id), \(position), \(file.number),
                \(file.name), \(file.original.hash), \(file.original.byteCount), \(facts.status),
                \(facts.pageCount), \(facts.signatureCount), \(facts.isClean), \(facts.contents),
                \(facts.trouble))
            """)
    }

    /// What of a file may change: its place and its status.
    func updating(_ file: DocumentFile, at position: Int) -> Write {
        let facts = FileStatusColumns(file.status)
        return Write(
            """
            UPDATE document_file
            SET position = \(position), status = \(facts.status), page_count = \(facts.pageCount),
                signature_count = \(facts.signatureCount), is_clean = \(facts.isClean),
                contents = \(facts.contents), trouble = \(facts.trouble)
            WHERE account_id = \(account) AND document_id = \(id)
                AND id = \(file.id)
            """)
    }
}

/// A file's status as columns; the facts of other statuses are NULL.
private struct FileStatusColumns {
    let status: String
    var pageCount: Int?
    var signatureCount: Int?
    var isClean: Bool?
    var contents: WordSet<FileFacts.Notable>?
    var trouble: FileTrouble?

    init(_ status: DocumentFile.Status) {
        switch status {
        case .parsing: self.status = "parsing"
        case .done(let facts):
            self.status = "done"
            (pageCount, signatureCount) = (facts.pageCount, facts.signatureCount)
            (isClean, contents) = (facts.isClean, WordSet(facts.contents))
        case .error(let trouble): (self.status, self.trouble) = ("error", trouble)
        case .deleted(let pageCount): (self.status, self.pageCount) = ("deleted", pageCount)
        }
    }
}

extension Row {
    fileprivate func documentFile() throws -> DocumentFile {
        DocumentFile(
            id: try value("id"), number: try value("number"), name: try value("name"),
            original: Blob(hash: try value("blob_hash"), byteCount: try value("blob_byte_count")),
            status: try fileStatus())
    }

    private func fileStatus() throws -> DocumentFile.Status {
        switch try value("status", as: String.self) {
        case "parsing": .parsing
        case "done":
            .done(
                FileFacts(
                    pageCount: try value("page_count"),
                    signatureCount: try value("signature_count"),
                    isClean: try value("is_clean"),
                    contents: try value("contents", as: WordSet.self).words))
        case "error": .error(try value("trouble"))
        case "deleted": .deleted(pageCount: try value("page_count"))
        case let status: throw SQLError(.decoding, "unknown status of a file \(status)")
        }
    }
}
