extension Document {
    /// The recipient whose turn it is to act, or why not.
    func openTurn(of id: RecipientID) throws(Refusal) -> Recipient {
        guard let recipient = self[recipient: id], recipient.role.acts else {
            throw .contextNotFound
        }
        if recipient.turn?.isDone == true { throw .alreadySigned }
        guard state == .signing, let turn = recipient.turn else { throw .wrongState }
        guard turn.isOpen else { throw .turnNotReached }
        return recipient
    }

    /// The first act of a person on the page; never by a mere GET. Repeating it changes nothing.
    func opening(by id: RecipientID, at now: Instant) throws(Refusal) -> Change? {
        guard let recipient = self[recipient: id], state.status != .deleted else {
            throw .contextNotFound
        }
        if recipient.role.acts { _ = try openTurn(of: id) }
        guard case .notified? = recipient.turn?.progress else { return nil }
        var change = Change(self)
        change.after.recipients[recipient.position].turn?.progress = .opened(at: time(now))
        change.record(AuditEvent(.opened, by: recipient.subject, recipient.audit), at: now)
        return change
    }

    /// One signature of what was filled in. With the last act of a round the seal is owed, or the
    /// approval.
    func signing(
        by id: RecipientID, _ approval: Approval, _ filling: Filling = .empty, revision: Revision,
        context: SigningContext, at now: Instant
    ) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        try checkDeadline(at: now)
        var change = Change(self)
        change.after.recipients[recipient.position].turn?.progress = .approved(approval)
        change.revisions = [revision]
        change.context = context
        let facts = [approval.audit(revision), recipient.audit, filling.facts].reduce(into: [:]) {
            $0.merge($1) { fact, _ in fact }
        }
        change.record(AuditEvent(.signed, by: recipient.subject, facts), at: now)
        change.notifyAuthor(.signedBy(name: recipient.name.full))
        change.advance(at: now)
        return change
    }

    /// What comes after the last moment is too late, whether or not the round was ended already.
    private func checkDeadline(at now: Instant) throws(Refusal) {
        if let deadline = schedule.deadline, now > deadline { throw .wrongState }
    }

    /// A reviewer lets the document pass.
    func reviewing(by id: RecipientID, at now: Instant) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        guard recipient.role == .reviewer else { throw .wrongMethod }
        try checkDeadline(at: now)
        var change = Change(self)
        change.after.recipients[recipient.position].turn?.progress = .reviewed(at: time(now))
        change.record(AuditEvent(.reviewed, by: recipient.subject, recipient.audit), at: now)
        change.advance(at: now)
        return change
    }

    /// A signer's refusal, or a reviewer's, ends the round.
    func declining(by id: RecipientID, reason: String, at now: Instant) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        var change = Change(self)
        let at = time(now)
        change.after.recipients[recipient.position].turn?.progress = .rejected(
            at: at, reason: reason)
        change.after.state = .rejected(
            Rejection(at: at, cause: .declined(by: id, reason: reason)))
        let kind = recipient.role == .reviewer ? AuditEvent.Kind.sentBack : .declined
        let facts = recipient.audit.merging(["reason": reason]) { fact, _ in fact }
        change.record(AuditEvent(kind, by: recipient.subject, facts), at: now)
        change.notifyAuthor(.declinedBy(name: recipient.name.full, reason: reason))
        return change
    }
}

extension Change {
    /// After an act: the next step, the author's approval, or the seal.
    fileprivate mutating func advance(at now: Instant) {
        let acting = after.recipients.filter(\.role.acts)
        if !acting.allSatisfy({ $0.turn?.isDone == true }) {
            if !acting.contains(where: { $0.turn?.isOpen == true }) {
                inviteNextStep(isFirst: false, at: now)
            }
        } else if after.terms.requiresApproval {
            after.state = .awaitingApproval
            notifyAuthor(.approvalRequest(after.authorNoticeLink))
        } else {
            owe(seal: after.id)
        }
    }

    mutating func owe(seal document: DocumentID) {
        after.state = .sealing(trouble: nil)
        work.append(.seal(document))
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
    var subject: AuditEvent.Subject { .recipient(id, contact) }

    /// Name and contact as they are now: a history tells them so for ever.
    var audit: [String: String] {
        [
            "recipient": "\(id)", "person": name.full, "contact": contact.text,
            "role": role.auditName,
        ]
    }
}

extension RecipientRole {
    fileprivate var auditName: String {
        switch self {
        case .signer: "signer"
        case .reviewer: "reviewer"
        case .carbonCopy: "carbonCopy"
        }
    }
}
