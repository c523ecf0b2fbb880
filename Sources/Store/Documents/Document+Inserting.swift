internal import Domain
internal import SQLText

extension Document {
    func inserting(form: ContentHash?) throws -> Write {
        let facts = DocumentStateColumns(state)
        return Write(
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
                \(account), \(id), \(author.user), \(author.name.lastName),
                \(author.name.firstName), \(author.name.patronymic), \(author.email),
                \(authorLink.generation), \(authorLink.hash),
                \(clientID), \(name), \(SearchKey(name)),
                \(isSequential), \(language), \(createdAt),
                \(terms.isFaceToFace), \(terms.requiresApproval), \(terms.sendsWhenReady),
                \(terms.period?.days), \(terms.redirect?.text), \(terms.template),
                \(terms.bulk?.transaction), \(terms.bulk?.row), \(terms.bulk?.sequence),
                \(form), \(try prefilledText), \(try JSONText(attachments)),
                \(schedule.sendsAt), \(schedule.deadline), \(schedule.remindsAt),
                \(dueAt),
                \(facts.state), \(state.stage), \(facts.trouble), \(facts.seal?.at), \(facts.seal?.hash), \(facts.seal?.byteCount),
                \(facts.seal?.certificate.hash), \(facts.seal?.certificate.byteCount),
                \(facts.rejectedAt), \(facts.declinedBy), \(facts.declineReason),
                \(facts.revokedBy), \(facts.hasExpired), \(facts.wasReleased), \(round), \(version),
                \(audit.count), \(audit.head), \(audit.lastAt))
            """)
    }

    /// What of a document may change, where its version is still the one that was decided on.
    func updating(from version: Int) -> Write {
        let facts = DocumentStateColumns(state)
        return Write(
            """
            UPDATE document
            SET state = \(facts.state), stage = \(state.stage),
                seal_trouble = \(facts.trouble),
                sealed_at = \(facts.seal?.at), seal_hash = \(facts.seal?.hash),
                seal_byte_count = \(facts.seal?.byteCount),
                seal_certificate_hash = \(facts.seal?.certificate.hash),
                seal_certificate_byte_count = \(facts.seal?.certificate.byteCount),
                rejected_at = \(facts.rejectedAt),
                declined_by = \(facts.declinedBy), decline_reason = \(facts.declineReason),
                revoked_by = \(facts.revokedBy), has_expired = \(facts.hasExpired),
                sends_at = \(schedule.sendsAt), deadline = \(schedule.deadline),
                reminds_at = \(schedule.remindsAt), due_at = \(dueAt),
                was_released = \(facts.wasReleased),
                round = \(round), version = \(self.version),
                audit_count = \(audit.count), audit_head = \(audit.head),
                audit_at = \(audit.lastAt)
            WHERE account_id = \(account) AND id = \(id)
                AND version = \(version)
            """, orThrow: VersionConflict())
    }

    func inserting(_ row: AuditRow) -> Write {
        Write(
            """
            INSERT INTO audit_event (
                account_id, document_id, sequence, occurred_at, kind, body, hash)
            VALUES (
                \(account), \(id), \(row.sequence), \(row.at), \(row.kind),
                \(row.body), \(row.hash))
            """)
    }

    func inserting(_ revision: Revision) -> Write {
        let (kind, recipient) = revision.kind.columns
        return Write(
            """
            INSERT INTO revision (
                account_id, document_id, round, number, kind, recipient_id, blob_hash,
                blob_byte_count)
            VALUES (
                \(account), \(id), \(revision.round), \(revision.number),
                \(kind), \(recipient), \(revision.blob.hash), \(revision.blob.byteCount))
            """)
    }

    /// Only the latest context is of use: it replaces the one before.
    func storing(_ context: SigningContext) -> Write {
        Write(
            """
            INSERT INTO signing_context (
                account_id, document_id, round, revision, content, file_hash, file_byte_count)
            VALUES (
                \(account), \(id), \(round), \(context.revision),
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
