/// What a client asks for when it makes a document.
public struct NewDocument: Sendable {
    public var clientID: String?
    public var name: String
    public var isSequential: Bool
    public var language: Language
    public var recipients: [NewRecipient]

    public init(
        clientID: String?, name: String, isSequential: Bool, language: Language,
        recipients: [NewRecipient]
    ) {
        self.clientID = clientID
        self.name = name
        self.isSequential = isSequential
        self.language = language
        self.recipients = recipients
    }
}

public struct NewRecipient: Sendable {
    public var name: PersonName
    public var email: EmailAddress
    public var number: Int?
    public var method: SignatureMethod
    public var requiresVerification: Bool

    public init(
        name: PersonName, email: EmailAddress, number: Int?, method: SignatureMethod,
        requiresVerification: Bool
    ) {
        self.name = name
        self.email = email
        self.number = number
        self.method = method
        self.requiresVerification = requiresVerification
    }
}

extension Document {
    /// A new draft. `recipientIDs` are as many as recipients.
    static func creating(
        _ wanted: NewDocument, by author: User, id: DocumentID, recipientIDs: [RecipientID],
        links: LinkKey, at now: Instant
    ) -> Change {
        let order = SigningOrder.arrange(
            wanted.recipients.map(\.number), isSequential: wanted.isSequential)
        let recipients = wanted.recipients.indices.map { position in
            Recipient(
                wanted.recipients[position], position: position, id: recipientIDs[position],
                order: order[position],
                link: links.link(
                    document: id, recipient: recipientIDs[position], round: 1, generation: 0))
        }
        let document = Document(
            id: id, account: author.account,
            author: Author(user: author.id, name: author.name, email: author.email),
            clientID: wanted.clientID, name: wanted.name, isSequential: wanted.isSequential,
            language: wanted.language, createdAt: now, recipients: recipients, files: [],
            state: .draft, round: 1, version: 1, audit: .start(at: now))
        var change = Change(creating: document)
        change.record(
            AuditEvent(.created, by: .user(author.id, author.email), ["name": wanted.name]),
            at: now)
        return change
    }
}

extension Recipient {
    fileprivate init(
        _ wanted: NewRecipient, position: Int, id: RecipientID, order: (number: Int, step: Int),
        link: SigningLink
    ) {
        self.init(
            id: id, position: position, name: wanted.name, email: wanted.email,
            number: order.number, step: order.step, method: wanted.method,
            requiresVerification: wanted.requiresVerification, language: nil, link: link,
            turn: nil)
    }
}
