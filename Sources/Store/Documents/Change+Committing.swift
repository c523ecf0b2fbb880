internal import Domain
internal import SQLText

/// A change that contradicts what is stored: a fault of the program, never of a request.
enum ImpossibleChange: Error, Equatable {
    case turnIsOver(RecipientID)
    /// The tallies do not count a document as it was before.
    case notTallied
    case certificateNotIssued(serial: String)
    /// It was never intended, or something was issued for the intent before.
    case certificateNotPending(serial: String)
}

extension SQLConnection {
    /// Writes what differs between before and after, and what comes with it.
    func commit(_ change: Change, jobs: JobWriter, forms: inout FormWriter) throws {
        try store(change, &forms)
        try storeRecipients(change)
        try storeFiles(change)
        for row in change.audit { try insert(row, of: change.after) }
        for revision in change.revisions { try insert(revision, of: change.after) }
        if let context = change.context { try store(context, of: change.after) }
        if let confirmation = change.confirmation { try use(confirmation) }
        if let certificate = change.certificate { try storeIssued(certificate) }
        for work in change.work { try jobs.add(work, on: self) }
    }

    private func store(_ change: Change, _ forms: inout FormWriter) throws {
        let document = change.after
        guard let before = change.before else {
            return try insert(document, form: forms.hash(ofFormOf: document, on: self))
        }
        let facts = DocumentStateColumns(document.state)
        let count = try execute(
            """
            UPDATE document
            SET state = \(facts.state), stage = \(document.state.stage),
                seal_trouble = \(facts.trouble),
                sealed_at = \(facts.seal?.at), seal_hash = \(facts.seal?.hash),
                seal_byte_count = \(facts.seal?.byteCount),
                seal_certificate_hash = \(facts.seal?.certificate.hash),
                seal_certificate_byte_count = \(facts.seal?.certificate.byteCount),
                rejected_at = \(facts.rejectedAt),
                declined_by = \(facts.declinedBy), decline_reason = \(facts.declineReason),
                revoked_by = \(facts.revokedBy), has_expired = \(facts.hasExpired),
                sends_at = \(document.schedule.sendsAt), deadline = \(document.schedule.deadline),
                reminds_at = \(document.schedule.remindsAt), due_at = \(document.dueAt),
                was_released = \(facts.wasReleased),
                round = \(document.round), version = \(document.version),
                audit_count = \(document.audit.count), audit_head = \(document.audit.head),
                audit_at = \(document.audit.lastAt)
            WHERE account_id = \(document.account) AND id = \(document.id)
                AND version = \(before.version)
            """)
        guard count == 1 else { throw VersionConflict() }
    }

    private func storeRecipients(_ change: Change) throws {
        let before = Dictionary(grouping: change.before?.recipients ?? [], by: \.id)
        for recipient in change.after.recipients {
            guard let known = before[recipient.id]?.first else {
                try insert(recipient, of: change.after)
                continue
            }
            if known.link != recipient.link || known.language != recipient.language
                || known.contact != recipient.contact
            {
                try update(recipient, of: change.after)
            }
            if known.turn != recipient.turn, let turn = recipient.turn {
                try store(turn, of: recipient.id, isNew: known.turn == nil, in: change.after)
            }
        }
    }

    private func store(
        _ turn: Turn, of recipient: RecipientID, isNew: Bool, in document: Document
    ) throws {
        if isNew {
            try insert(turn, of: recipient, in: document)
        } else {
            try update(turn, of: recipient, in: document)
        }
    }

    private func storeFiles(_ change: Change) throws {
        let before = Dictionary(
            grouping: (change.before?.files ?? []).enumerated(), by: \.element.id)
        for (position, file) in change.after.files.enumerated() {
            guard let known = before[file.id]?.first else {
                try insert(file, at: position, of: change.after)
                continue
            }
            if known.element != file || known.offset != position {
                try update(file, at: position, of: change.after)
            }
        }
    }
}
