extension Document {
    /// The recipient whose turn it is to act, or why not.
    func openTurn(of id: RecipientID) throws(Refusal) -> Recipient {
        guard let recipient = self[recipient: id] else { throw .contextNotFound }
        if case .approved = recipient.turn?.progress { throw .alreadySigned }
        guard state == .signing, let turn = recipient.turn else { throw .wrongState }
        guard turn.isOpen else { throw .turnNotReached }
        return recipient
    }

    /// The first act of a person on the page; never by a mere GET. Repeating it changes nothing.
    func opening(by id: RecipientID, at now: Instant) throws(Refusal) -> Change? {
        let recipient = try openTurn(of: id)
        guard case .notified? = recipient.turn?.progress else { return nil }
        var change = Change(self)
        change.after.recipients[recipient.position].turn?.progress = .opened(at: time(now))
        change.record(AuditEvent(.opened, by: recipient.subject), at: now)
        return change
    }

    /// One signature. With the last one the seal is owed.
    func signing(
        by id: RecipientID, _ approval: Approval, revision: Revision, context: SigningContext,
        at now: Instant
    ) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        var change = Change(self)
        change.after.recipients[recipient.position].turn?.progress = .approved(approval)
        change.revisions = [revision]
        change.context = context
        change.record(AuditEvent(.signed, by: recipient.subject, approval.audit(revision)), at: now)
        change.notifyAuthor(.signedBy(name: recipient.name.full))
        change.advance(at: now)
        return change
    }

    /// A refusal to sign ends the round.
    func declining(by id: RecipientID, reason: String, at now: Instant) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        var change = Change(self)
        let at = time(now)
        change.after.recipients[recipient.position].turn?.progress = .rejected(
            at: at, reason: reason)
        change.after.state = .rejected(
            Rejection(at: at, cause: .declined(by: id, reason: reason)))
        change.record(AuditEvent(.declined, by: recipient.subject, ["reason": reason]), at: now)
        change.notifyAuthor(.declinedBy(name: recipient.name.full, reason: reason))
        return change
    }
}

extension Change {
    /// After a signature: the next step, or the seal.
    fileprivate mutating func advance(at now: Instant) {
        if after.recipients.allSatisfy({ $0.turn?.approval != nil }) {
            after.state = .sealing(trouble: nil)
            work.append(.seal(after.id))
        } else if !after.recipients.contains(where: { $0.turn?.isOpen == true }) {
            inviteNextStep(isFirst: false, at: now)
        }
    }
}

extension Approval {
    fileprivate func audit(_ revision: Revision) -> [String: String] {
        [
            "round": String(revision.round), "revision": String(revision.number),
            "sha256": "\(revision.blob.hash)", "confirmation": confirmation.rawValue,
            "certificate": certificate.serial, "thumbprint": certificate.thumbprint,
            "consent": consentVersion ?? "", "address": origin.address,
            "userAgent": origin.userAgent,
        ]
    }
}

extension Recipient {
    var subject: AuditEvent.Subject { .recipient(id, email) }
}
