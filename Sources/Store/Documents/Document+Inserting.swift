internal import Domain
internal import SQLText

extension SQLConnection {
    func insert(_ document: Document) throws {
        let facts = DocumentStateColumns(document.state)
        let author = document.author
        try execute(
            """
            INSERT INTO document (
                account_id, id, author_id, author_last_name, author_first_name,
                author_patronymic, author_email, client_id, name, name_key, is_sequential,
                language, created_at, state, seal_trouble, sealed_at, seal_hash, seal_byte_count,
                seal_certificate_hash, seal_certificate_byte_count,
                rejected_at, declined_by, decline_reason, revoked_by, was_released, round,
                version, audit_count, audit_head, audit_at)
            VALUES (
                \(document.account), \(document.id), \(author.user), \(author.name.lastName),
                \(author.name.firstName), \(author.name.patronymic), \(author.email),
                \(document.clientID), \(document.name), \(document.name.lowercased()),
                \(document.isSequential), \(document.language), \(document.createdAt),
                \(facts.state), \(facts.trouble), \(facts.seal?.at), \(facts.seal?.hash), \(facts.seal?.byteCount),
                \(facts.seal?.certificate.hash), \(facts.seal?.certificate.byteCount),
                \(facts.rejectedAt), \(facts.declinedBy), \(facts.declineReason),
                \(facts.revokedBy), \(facts.wasReleased), \(document.round), \(document.version),
                \(document.audit.count), \(document.audit.head), \(document.audit.lastAt))
            """)
    }

    func insert(_ row: AuditRow, of document: Document) throws {
        try execute(
            """
            INSERT INTO audit_event (
                account_id, document_id, sequence, occurred_at, kind, body, hash)
            VALUES (
                \(document.account), \(document.id), \(row.sequence), \(row.at), \(row.kind),
                \(row.body), \(row.hash))
            """)
    }

    func insert(_ revision: Revision, of document: Document) throws {
        let (kind, recipient) = revision.kind.columns
        try execute(
            """
            INSERT INTO revision (
                account_id, document_id, round, number, kind, recipient_id, blob_hash,
                blob_byte_count)
            VALUES (
                \(document.account), \(document.id), \(revision.round), \(revision.number),
                \(kind), \(recipient), \(revision.blob.hash), \(revision.blob.byteCount))
            """)
    }

    /// Only the latest context is of use: it replaces the one before.
    func store(_ context: SigningContext, of document: Document) throws {
        try execute(
            """
            INSERT INTO signing_context (
                account_id, document_id, round, revision, content, file_hash, file_byte_count)
            VALUES (
                \(document.account), \(document.id), \(document.round), \(context.revision),
                \(context.bytes), \(context.fileHash), \(context.fileByteCount))
            ON CONFLICT (account_id, document_id) DO UPDATE
            SET round = excluded.round, revision = excluded.revision, content = excluded.content,
                file_hash = excluded.file_hash, file_byte_count = excluded.file_byte_count
            """)
    }
}

extension Revision.Kind {
    fileprivate var columns: (kind: String, recipient: RecipientID?) {
        switch self {
        case .base: ("base", nil)
        case .layout: ("layout", nil)
        case .signature(let recipient): ("signature", recipient)
        case .validationData: ("validationData", nil)
        case .documentTimestamp: ("documentTimestamp", nil)
        }
    }
}
