extension Document {
    /// Tells a recipient again that it is their turn.
    func resending(
        to ids: [RecipientID], by subject: AuditEvent.Subject, at now: Instant
    ) throws(Refusal) -> Change {
        var change = Change(self)
        for id in ids {
            let recipient = try openTurn(of: id)
            change.notify(invitation(of: recipient, isFirst: true), recipient)
            change.record(AuditEvent(.resent, by: subject, recipient.audit), at: now)
        }
        return change
    }

    /// Another contact for a recipient who has not acted yet. The old link opens nothing more.
    func readdressing(
        _ id: RecipientID, to contact: Contact, by subject: AuditEvent.Subject, links: LinkKey,
        at now: Instant
    ) throws(Refusal) -> Change {
        let recipient = try readdressable(id, contact)
        var change = Change(self)
        change.after.recipients[recipient.position].contact = contact
        change.after.recipients[recipient.position].link = links.link(
            document: self.id, party: .recipient(id), round: round,
            generation: recipient.link.generation + 1)
        let after = change.after.recipients[recipient.position]
        change.record(
            AuditEvent(
                .readdressed, by: subject,
                after.audit.merging(["before": recipient.contact.text]) { fact, _ in fact }),
            at: now)
        if after.turn?.isOpen == true {
            change.notify(change.after.invitation(of: after, isFirst: true), after)
        }
        return change
    }

    private func readdressable(
        _ id: RecipientID, _ contact: Contact
    ) throws(Refusal) -> Recipient {
        guard let recipient = self[recipient: id] else { throw .contextNotFound }
        guard state == .draft || state == .signing else { throw .wrongState }
        if recipient.turn?.isDone == true { throw .alreadySigned }
        let others = recipients.filter { $0.id != id && $0.role.acts == recipient.role.acts }
        guard !others.contains(where: { $0.contact == contact }) else {
            throw .invalid(path: "contact", .repeated)
        }
        return recipient
    }

    /// Another last moment for signing, later than now.
    func rescheduling(
        until deadline: Instant, by subject: AuditEvent.Subject, at now: Instant
    ) throws(Refusal) -> Change {
        guard state == .signing else { throw .wrongState }
        guard deadline > now else { throw .invalid(path: "deadline", .past) }
        var change = Change(self)
        change.after.schedule = Schedule(signingUntil: deadline, from: now)
        change.record(
            AuditEvent(.rescheduled, by: subject, ["deadline": String(deadline.seconds)]), at: now)
        return change
    }
}
