extension Document {
    /// The author's side approves what everybody has signed: the seal is owed.
    func approving(by subject: AuditEvent.Subject, at now: Instant) throws(Refusal) -> Change {
        guard state == .awaitingApproval else { throw .wrongState }
        var change = Change(self)
        change.owe(seal: id)
        change.record(
            AuditEvent(
                .approved, by: subject, ["person": author.name.full, "contact": author.email.text]),
            at: now)
        return change
    }

    var authorSubject: AuditEvent.Subject { .user(author.user, author.email) }
}
