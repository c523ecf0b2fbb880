internal import Domain
internal import SQLText

extension SQLConnection {
    func insert(_ document: Document, form: ContentHash?) throws {
        let facts = DocumentStateColumns(document.state)
        let (author, terms, schedule) = (document.author, document.terms, document.schedule)
        try execute(
            """
            INSERT INTO document (
                account_id, id, author_id, author_last_name, author_first_name,
                author_patronymic, author_email, author_link_generation, author_link_hash, client_id, name, name_key, is_sequential,
                language, created_at, is_face_to_face, requires_approval, sends_when_ready, period_days,
                redirect, template_id, bulk_id, bulk_row, bulk_sequence, form_hash, prefilled, attachments, sends_at,
                deadline, reminds_at, due_at, state, stage,
                seal_trouble, sealed_at, seal_hash, seal_byte_count,
                seal_certificate_hash, seal_certificate_byte_count,
                rejected_at, declined_by, decline_reason, revoked_by, has_expired, was_released, round,
                version, audit_count, audit_head, audit_at)
            VALUES (
                \(document.account), \(document.id), \(author.user), \(author.name.lastName),
                \(author.name.firstName), \(author.name.patronymic), \(author.email),
                \(document.authorLink.generation), \(document.authorLink.hash),
                \(document.clientID), \(document.name), \(SearchKey(document.name)),
                \(document.isSequential), \(document.language), \(document.createdAt),
                \(terms.isFaceToFace), \(terms.requiresApproval), \(terms.sendsWhenReady),
                \(terms.period?.days), \(terms.redirect?.text), \(terms.template),
                \(terms.bulk?.transaction), \(terms.bulk?.row), \(terms.bulk?.sequence),
                \(form), \(try document.prefilledText), \(try JSONText(document.attachments)),
                \(schedule.sendsAt), \(schedule.deadline), \(schedule.remindsAt),
                \(document.dueAt),
                \(facts.state), \(document.state.stage), \(facts.trouble), \(facts.seal?.at), \(facts.seal?.hash), \(facts.seal?.byteCount),
                \(facts.seal?.certificate.hash), \(facts.seal?.certificate.byteCount),
                \(facts.rejectedAt), \(facts.declinedBy), \(facts.declineReason),
                \(facts.revokedBy), \(facts.hasExpired), \(facts.wasReleased), \(document.round), \(document.version),
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
