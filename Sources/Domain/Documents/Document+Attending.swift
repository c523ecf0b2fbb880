extension Document {
    /// What the schedule has come to: a reminder, or the end of the round. `nil` where nothing is
    /// due; a draft that is due is sent by ``SendDocument`` instead.
    func attending(at now: Instant) -> Change? {
        guard state == .signing, let dueAt, dueAt <= now else { return nil }
        if let deadline = schedule.deadline, deadline <= now { return expiring(at: now) }
        return schedule.remindsAt == nil ? nil : reminding(at: now)
    }

    private func expiring(at now: Instant) -> Change {
        var change = Change(self)
        change.after.state = .rejected(Rejection(at: time(now), cause: .expired))
        change.record(
            AuditEvent(
                .expired, by: .system,
                ["person": author.name.full, "contact": author.email.text]), at: now)
        change.notifyInvited(.expired)
        change.notifyAuthor(.expired)
        return change
    }

    private func reminding(at now: Instant) -> Change {
        var change = Change(self)
        change.after.schedule.remindsAt = nil
        guard let deadline = schedule.deadline else { return change }
        for recipient in recipients where recipient.role.acts && recipient.turn?.isOpen == true {
            change.notify(.reminder(noticeLink(recipient), until: deadline), recipient)
            change.record(AuditEvent(.reminded, by: .system, recipient.audit), at: now)
        }
        return change
    }
}
