extension Document {
    /// The draft sends itself at `moment`, unless it is sent, changed or taken back before.
    func schedulingSending(
        at moment: Instant, by subject: AuditEvent.Subject, at now: Instant
    ) throws(Refusal) -> Change {
        try admitSending()
        guard moment > now else { throw .invalid(path: "sendsAt", .past) }
        var change = Change(self)
        change.after.schedule = Schedule(sendsAt: moment)
        change.record(
            AuditEvent(.sendingScheduled, by: subject, ["sendsAt": String(moment.seconds)]),
            at: now)
        return change
    }

    /// The draft waits to be sent by hand again: at somebody's wish, or because it could not be sent
    /// when its time had come.
    func cancellingSending(
        by subject: AuditEvent.Subject, at now: Instant
    ) throws(Refusal) -> Change {
        guard state == .draft, schedule.sendsAt != nil else { throw .wrongState }
        var change = Change(self)
        change.after.schedule = Schedule()
        change.record(AuditEvent(.sendingCancelled, by: subject), at: now)
        return change
    }
}
