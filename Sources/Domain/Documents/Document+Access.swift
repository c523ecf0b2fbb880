extension Document {
    /// A wrong answer at the door. The one that shuts it is told to the author.
    func failingAccess(by id: RecipientID, at now: Instant) throws(Refusal) -> Change {
        let (recipient, turn) = try visitor(id, at: now)
        var change = Change(self)
        let gate = turn.gate.failed(at: time(now))
        change.after.recipients[recipient.position].turn?.gate = gate
        if gate.lockedUntil != nil {
            change.record(
                AuditEvent(.accessLocked, by: recipient.subject, recipient.audit), at: now)
            change.notifyAuthor(.accessLocked(name: recipient.displayName))
        }
        return change
    }

    /// Only the last step forgets wrong answers: an earlier one may be taken again at any time, and
    /// would give a later one's tries back.
    func grantingAccess(
        by id: RecipientID, _ step: AccessStep, isLast: Bool, facts: [String: String],
        using check: Confirmation? = nil, at now: Instant
    ) throws(Refusal) -> Change {
        let (recipient, _) = try visitor(id, at: now)
        var change = Change(self)
        change.confirmation = check
        if isLast { change.after.recipients[recipient.position].turn?.gate = AccessGate() }
        let facts = recipient.audit.merging(facts) { fact, _ in fact }
            .merging(["step": step.rawValue]) { fact, _ in fact }
        change.record(AuditEvent(.accessGranted, by: recipient.subject, facts), at: now)
        return change
    }

    /// Who stands at the door, while it may be tried; behind a deleted document there is nothing.
    private func visitor(
        _ id: RecipientID, at now: Instant
    ) throws(Refusal) -> (Recipient, Turn) {
        guard state.status != .deleted, let recipient = self[recipient: id],
            let turn = recipient.turn
        else { throw .contextNotFound }
        try turn.gate.admit(at: now)
        return (recipient, turn)
    }

    /// A file that was asked of the recipient; one for the same request is replaced.
    func attaching(
        _ file: NewFile, for request: Int, by id: RecipientID, at now: Instant
    ) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        guard recipient.requests.indices.contains(request) else {
            throw .invalid(
                path: "attachment",
                .countOutOfRange(
                    minimum: 0, maximum: recipient.requests.count))
        }
        let others = recipient.turn?.submissions.filter { $0.key != request } ?? [:]
        guard
            others.values.reduce(file.blob.byteCount, { $0 + $1.blob.byteCount })
                <= Self.uploadLimit
        else { throw .uploadTooLarge(limit: Self.uploadLimit) }
        var change = Change(self)
        change.after.recipients[recipient.position].turn?.submissions[request] = file
        let facts = [
            "name": file.name, "request": recipient.requests[request].name,
            "sha256": "\(file.blob.hash)", "bytes": String(file.blob.byteCount),
        ]
        change.record(
            AuditEvent(
                .attached, by: recipient.subject,
                recipient.audit.merging(facts) { fact, _ in fact }), at: now)
        return change
    }
}

extension Recipient {
    /// Every file that must be handed in was.
    func checkAttachments() throws(Refusal) {
        for (index, request) in requests.enumerated()
        where request.isRequired && turn?.submissions[index] == nil {
            throw .attachmentMissing(index)
        }
    }
}
