extension Document {
    /// The author side's actions other than sending (contract LightDoc, State machines).
    func acting(
        _ action: DocumentAction, by user: User, links: LinkKey, at now: Instant
    ) throws(Refusal) -> Change {
        guard availableActions.contains(action) else { throw .actionUnavailable(action) }
        let subject = AuditEvent.Subject.user(user.id, user.email)
        switch action {
        case .send: throw .actionUnavailable(action)
        case .revoke: return revoking(by: user, subject, at: now)
        case .deleteDraft, .deleteReleased: return deleting(by: subject, at: now)
        case .editRejected: return editing(by: subject, links: links, at: now)
        }
    }

    private func revoking(
        by user: User, _ subject: AuditEvent.Subject, at now: Instant
    ) -> Change {
        var change = Change(self)
        change.after.state = .rejected(Rejection(at: time(now), cause: .revoked(by: user.id)))
        change.record(
            AuditEvent(
                .revoked, by: subject, ["person": user.name.full, "contact": user.email.text]),
            at: now)
        change.notifyInvited(.revoked)
        return change
    }

    /// Soft: rows and bytes stay.
    private func deleting(by subject: AuditEvent.Subject, at now: Instant) -> Change {
        var change = Change(self)
        change.after.state = .deleted(wasReleased: state != .draft)
        change.record(AuditEvent(.deleted, by: subject), at: now)
        if state != .draft { change.notifyInvited(.deleted) }
        return change
    }

    /// Back to a draft with files and signers kept. The next round begins: new links, no turns.
    private func editing(
        by subject: AuditEvent.Subject, links: LinkKey, at now: Instant
    ) -> Change {
        var change = Change(self)
        change.notifyInvited(.editing)
        change.after.state = .draft
        change.after.schedule = Schedule()
        change.after.round += 1
        for recipient in recipients {
            change.after.recipients[recipient.position].turn = nil
            change.after.recipients[recipient.position].link = links.link(
                document: id, party: .recipient(recipient.id), round: round + 1, generation: 0)
        }
        change.record(AuditEvent(.editing, by: subject, ["round": String(round + 1)]), at: now)
        return change
    }
}

extension Change {
    mutating func notifyInvited(_ kind: Notice.Kind) {
        for recipient in after.recipients where recipient.turn?.isReached == true {
            notify(kind, recipient)
        }
    }
}
