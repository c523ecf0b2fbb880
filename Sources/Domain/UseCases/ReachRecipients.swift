/// The author's side sees to it that the right people are reached in time.
public struct ReachRecipients: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    /// Tells recipients again whose turn it is.
    public func resend(
        _ id: DocumentID, to recipients: [RecipientID], by actor: Actor
    ) async throws -> Document {
        try await change(id, by: actor) { document, subject, now in
            try document.resending(to: recipients, by: subject, at: now)
        }
    }

    public func readdress(
        _ recipient: RecipientID, of id: DocumentID, to contact: Contact, by actor: Actor
    ) async throws -> Document {
        try await change(id, by: actor) { document, subject, now in
            try document.readdressing(
                recipient, to: contact, by: subject, links: ports.linkKey, at: now)
        }
    }

    public func reschedule(
        _ id: DocumentID, until deadline: Instant, by actor: Actor
    ) async throws -> Document {
        try await change(id, by: actor) { document, subject, now in
            try document.rescheduling(until: deadline, by: subject, at: now)
        }
    }

    /// A draft is sent by itself at `moment`; with `nil` no longer.
    public func scheduleSending(
        of id: DocumentID, at moment: Instant?, by actor: Actor
    ) async throws -> Document {
        try await change(id, by: actor) { document, subject, now in
            guard let moment else { return try document.cancellingSending(by: subject, at: now) }
            return try document.schedulingSending(at: moment, by: subject, at: now)
        }
    }

    private func change(
        _ id: DocumentID, by actor: Actor,
        _ decide: (Document, AuditEvent.Subject, Instant) throws -> Change
    ) async throws -> Document {
        try await ports.commit({ try await ports.owned(id, by: actor) }) { document in
            try decide(document, .user(actor.user.id, actor.user.email), ports.clock.now())
        }
    }
}
