public import Domain

extension AuditTrailContent {
    /// Throws for a row that cannot be read.
    public init(_ order: AuditTrailOrder) throws {
        let document = order.document
        language = document.language
        documentID = document.id
        documentName = document.name
        author = Person(name: document.author.name.full, contact: document.author.email.text)
        createdAt = document.createdAt
        status = document.state.status
        events = try order.trail.map(Event.init)
        let sent = events.last { $0.kind == .sent }
        sending = document.state == .draft ? nil : sent.map(Sending.init)
        completion = document.completion
        files = document.files.filter(\.isCurrent).map(CertificateContent.File.init)
        attachments = document.attachments
        parties = document.recipients.map(Party.init)
        head = document.audit.head
        madeAt = order.at
        verificationURL = order.verificationURL
    }
}

extension Document {
    fileprivate var completion: Completion? {
        guard case .signed(let seal) = state else { return nil }
        return Completion(at: seal.at, hash: seal.hash)
    }
}

extension AuditTrailContent.Event {
    fileprivate init(_ row: AuditRow) throws {
        let entry = try row.entry()
        number = row.sequence
        at = row.at
        kind = row.kind
        contact = entry.contact
        facts = entry.facts
    }
}

extension AuditTrailContent.Sending {
    fileprivate init(_ event: AuditTrailContent.Event) {
        at = event.at
        base = event.facts["base"]
        sha256 = event.facts["sha256"]
    }
}

extension AuditTrailContent.Party {
    fileprivate init(_ recipient: Recipient) {
        number = recipient.number
        person = AuditTrailContent.Person(
            name: recipient.displayName, contact: recipient.contact.text)
        contact = recipient.contact
        role = Role(recipient.role)
        method = recipient.method
        progress = recipient.turn.map { Progress($0.progress) }
        evidence = recipient.turn?.approval.map(SignatureEvidence.init)
    }
}

extension AuditTrailContent.Party.Role {
    fileprivate init(_ role: RecipientRole) {
        switch role {
        case .signer: self = .signer
        case .reviewer: self = .reviewer
        case .carbonCopy: self = .carbonCopy
        }
    }
}

extension AuditTrailContent.Party.Progress {
    fileprivate init(_ progress: Turn.Progress) {
        switch progress {
        case .waiting: self.init(name: "waiting", at: nil)
        case .notified(let at): self.init(name: "notified", at: at)
        case .opened(let at): self.init(name: "opened", at: at)
        case .approved(let approval): self.init(name: "approved", at: approval.at)
        case .reviewed(let at): self.init(name: "reviewed", at: at)
        case .rejected(let at, _): self.init(name: "rejected", at: at)
        }
    }
}
