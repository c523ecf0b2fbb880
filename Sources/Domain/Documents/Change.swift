/// What a decision comes to: rows, audit events and work owed, made durable in one transaction
/// or not at all.
public struct Change: Sendable {
    /// `nil` for a new document. Its `version` is what the store must still find.
    public let before: Document?
    public internal(set) var after: Document
    public internal(set) var audit: [AuditRow] = []
    public internal(set) var work: [Job.Work] = []
    public internal(set) var revisions: [Revision] = []
    /// Describes the file after the last of `revisions`; replaces the round's earlier one.
    public internal(set) var context: SigningContext?
    /// A one-time code that this change uses up; a used one fails the whole change.
    public internal(set) var confirmation: Confirmation?
    /// The certificate with which the change's signature was made.
    public internal(set) var certificate: CertificateRecord?

    init(creating document: Document) {
        before = nil
        after = document
    }

    init(_ document: Document) {
        before = document
        after = document
        after.version += 1
    }

    mutating func record(_ event: AuditEvent, at now: Instant) {
        let (row, cursor) = AuditRow.append(event, to: after.audit, document: after.id, at: now)
        audit.append(row)
        after.audit = cursor
    }

    mutating func notify(_ kind: Notice.Kind, _ recipient: Recipient) {
        tell(kind, recipient.contact, recipient.name, recipient.language ?? after.language)
    }

    mutating func notifyAuthor(_ kind: Notice.Kind) {
        tell(kind, .email(after.author.email), after.author.name, after.language)
    }

    private mutating func tell(
        _ kind: Notice.Kind, _ contact: Contact, _ name: PersonName, _ language: Language
    ) {
        work.append(
            .mail(
                Notice(
                    kind: kind, contact: contact, name: name, language: language,
                    document: after.notice)))
    }
}

extension Document {
    var notice: Notice.Document {
        Notice.Document(id: id, name: name, author: author.name.full)
    }

    func noticeLink(_ recipient: Recipient) -> Notice.Link {
        Notice.Link(
            document: id, party: .recipient(recipient.id), round: round,
            generation: recipient.link.generation)
    }

    /// The author's own link, which no round replaces.
    var authorNoticeLink: Notice.Link {
        Notice.Link(document: id, party: .author(author.user), round: 1, generation: 0)
    }

    /// Event times of one document never decrease, whatever the clock does.
    func time(_ now: Instant) -> Instant { max(now, audit.lastAt) }
}
