/// Sends the recipient a one-time code for signing.
public struct RequestSigningCode: Sendable {
    private let ports: Ports

    public init(_ ports: Ports) {
        self.ports = ports
    }

    public func callAsFunction(_ visit: LinkVisit) async throws -> LinkedDocument {
        let linked = try await RecordOpening(ports)(visit)
        let (document, recipient) = (linked.document, linked.recipient)
        try await ports.checkVerification(of: recipient)
        try await ports.request(
            .signing(document: document.id, recipient: recipient.id, round: document.round)
        ) { confirmation in
            Notice(
                kind: .signingCode(confirmation.id, document.noticeLink(recipient)),
                contact: recipient.contact, name: recipient.name,
                language: recipient.language ?? document.language, document: document.notice)
        }
        guard document.terms.isFaceToFace else { return linked }
        return try await ports.change(link: visit) { document, recipient in
            try document.meeting(recipient, at: ports.clock.now())
        }
    }
}

extension Document {
    /// A signer who signs on the author's side's device asks for an authentication.
    fileprivate func meeting(_ id: RecipientID, at now: Instant) throws(Refusal) -> Change {
        let recipient = try openTurn(of: id)
        var change = Change(self)
        change.record(
            AuditEvent(.meetingRequested, by: recipient.subject, recipient.audit), at: now)
        return change
    }
}

extension Ports {
    /// A new code for a purpose, superseding a pending one; the mail, if there is one, is owed
    /// with it.
    @discardableResult
    func request(
        _ purpose: Confirmation.Purpose, _ mail: (Confirmation) async throws -> Notice?
    ) async throws -> Confirmation {
        let pending = try await confirmations.pending(purpose)
        let confirmation = try Confirmation.request(
            purpose, after: pending, id: randomness.identifier(),
            number: randomness.positiveInt32(), at: clock.now())
        let mail = try await mail(confirmation)
        do {
            try await confirmations.request(
                confirmation, superseding: pending?.id, owing: mail)
        } catch is VersionConflict {
            throw Refusal.tooSoon(retryAfterSeconds: Int(Confirmation.pauseSeconds))
        }
        return confirmation
    }

    /// Tries a code; a wrong one costs an attempt, durably, before anything is answered.
    /// The right one comes back marked as used, to be committed with what it confirms.
    func check(_ code: String, of confirmation: Confirmation) async throws -> Confirmation {
        let (after, refusal) = confirmation.tried(code, key: codeKey, at: clock.now())
        guard let refusal else { return after }
        if after != confirmation { try await keep(after, of: confirmation) }
        throw refusal
    }

    /// Makes a try durable. Of two at once one is refused: no try is free.
    func keep(_ after: Confirmation, of confirmation: Confirmation) async throws {
        do {
            try await confirmations.update(confirmation, to: after)
        } catch is VersionConflict {
            throw Refusal.busy
        }
    }
}
