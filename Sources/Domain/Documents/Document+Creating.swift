/// The random numbers of a new document.
struct NewIdentifiers: Sendable {
    let document: DocumentID
    /// As many as recipients and files.
    let recipients: [RecipientID]
    let files: [FileID]
}

extension NewIdentifiers {
    init(for wanted: NewDocument, from randomness: any Randomness, at now: Instant) {
        self.init(
            document: randomness.identifiers(1, at: now)[0],
            recipients: randomness.identifiers(wanted.recipients.count, at: now),
            files: randomness.identifiers(wanted.files.count, at: now))
    }
}

extension Document {
    /// A new draft, with its first job where it is to be sent at once.
    static func creating(
        _ wanted: NewDocument, by author: User, ids: NewIdentifiers, links: LinkKey,
        at now: Instant
    ) -> Change {
        let document = Document(
            id: ids.document, account: author.account,
            author: Author(user: author.id, name: author.name, email: author.email),
            clientID: wanted.clientID, name: wanted.name, isSequential: wanted.isSequential,
            language: wanted.language, createdAt: now, terms: wanted.terms,
            fields: wanted.fields, attachments: wanted.attachments,
            recipients: recipients(of: wanted, ids, links), files: files(of: wanted, ids),
            state: .draft,
            authorLink: links.link(
                document: ids.document, party: .author(author.id), round: 1, generation: 0),
            schedule: Schedule(sendsAt: wanted.isSentAtOnce ? now : nil), round: 1, version: 1,
            audit: .start(at: now))
        var change = Change(creating: document)
        change.recordCreation(by: author, at: now)
        if wanted.isSentAtOnce { change.work.append(.attend(document.id)) }
        return change
    }

    private static func recipients(
        of wanted: NewDocument, _ ids: NewIdentifiers, _ links: LinkKey
    ) -> [Recipient] {
        let order = SigningOrder.arrange(
            wanted.recipients.map(\.number), isSequential: wanted.isSequential)
        return wanted.recipients.indices.map { position in
            Recipient(
                wanted.recipients[position], position: position, id: ids.recipients[position],
                order: order[position],
                link: links.link(
                    document: ids.document, party: .recipient(ids.recipients[position]), round: 1,
                    generation: 0))
        }
    }

    private static func files(
        of wanted: NewDocument, _ ids: NewIdentifiers
    ) -> [DocumentFile] {
        wanted.files.enumerated().map { index, read in
            DocumentFile(
                id: ids.files[index], number: index + 1, name: read.file.name,
                original: read.file.blob, status: .done(read.facts))
        }
    }
}

extension Change {
    fileprivate mutating func recordCreation(by author: User, at now: Instant) {
        let subject = AuditEvent.Subject.user(author.id, author.email)
        var facts = ["name": after.name, "person": author.name.full]
        if let template = after.terms.template { facts["template"] = "\(template)" }
        record(AuditEvent(.created, by: subject, facts), at: now)
        for file in after.files {
            record(AuditEvent(.filesUploaded, by: subject, file.audit), at: now)
        }
    }
}

extension Recipient {
    fileprivate init(
        _ wanted: NewRecipient, position: Int, id: RecipientID, order: (number: Int, step: Int),
        link: SigningLink
    ) {
        self.init(
            id: id, position: position, name: wanted.name, contact: wanted.contact,
            number: order.number, step: order.step, role: wanted.role, access: wanted.access,
            requiresVerification: wanted.requiresVerification, memo: wanted.memo,
            requests: wanted.requests, language: nil, link: link, turn: nil)
    }
}
