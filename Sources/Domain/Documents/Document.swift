/// A document on its way: metadata, recipients, files and state. The aggregate of every decision.
///
/// Values change only through the decisions in this folder; each returns a ``Change`` that the
/// store makes durable in one transaction, expecting ``version``.
public struct Document: Equatable, Sendable {
    public let id: DocumentID
    public let account: AccountID
    public let author: Author
    /// The client system's own id, echoed; not unique.
    public let clientID: String?
    public let name: String
    public let isSequential: Bool
    public let language: Language
    public let createdAt: Instant
    public let terms: Terms
    /// What recipients fill in, each by its owner.
    public let fields: [Field]
    /// Files sent along, which nobody signs.
    public let attachments: [NewFile]

    /// In the order given by the author.
    public internal(set) var recipients: [Recipient]
    /// Current files by number, then replaced ones.
    public internal(set) var files: [DocumentFile]
    public internal(set) var state: State
    /// The author's own link to this document, for the wires that hand one out.
    public let authorLink: SigningLink
    public internal(set) var schedule: Schedule
    /// The round that is running, or that sending will start; counts from 1.
    public internal(set) var round: Int
    /// Raised by every committed change (optimistic locking).
    public internal(set) var version: Int
    public internal(set) var audit: AuditCursor

    /// The person in whose name a document was made.
    public struct Author: Equatable, Sendable {
        public let user: UserID
        public let name: PersonName
        public let email: EmailAddress

        public init(user: UserID, name: PersonName, email: EmailAddress) {
            self.user = user
            self.name = name
            self.email = email
        }
    }

    public enum State: Equatable, Sendable {
        case draft
        case signing
        /// All have signed, and the author's side is to approve it.
        case awaitingApproval
        /// All have signed and the seal is owed; `trouble` is why it is late.
        case sealing(trouble: String?)
        case signed(Seal)
        case rejected(Rejection)
        /// `wasReleased`: it had left Draft at least once.
        case deleted(wasReleased: Bool)
    }

    /// Restores an aggregate from its rows; only stores call it.
    public init(
        id: DocumentID, account: AccountID, author: Author, clientID: String?, name: String,
        isSequential: Bool, language: Language, createdAt: Instant, terms: Terms,
        fields: [Field], attachments: [NewFile], recipients: [Recipient],
        files: [DocumentFile], state: State, authorLink: SigningLink, schedule: Schedule,
        round: Int, version: Int, audit: AuditCursor
    ) {
        self.id = id
        self.account = account
        self.author = author
        self.clientID = clientID
        self.name = name
        self.isSequential = isSequential
        self.language = language
        self.createdAt = createdAt
        self.terms = terms
        self.fields = fields
        self.attachments = attachments
        self.recipients = recipients
        self.files = files
        self.state = state
        self.authorLink = authorLink
        self.schedule = schedule
        self.round = round
        self.version = version
        self.audit = audit
    }
}

/// The finished file: what a download serves.
public struct Seal: Equatable, Sendable {
    public let at: Instant
    /// SHA-256 of the whole file.
    public let hash: ContentHash
    public let byteCount: Int
    /// The certificate as a PDF of its own.
    public let certificate: Blob

    public init(at: Instant, hash: ContentHash, byteCount: Int, certificate: Blob) {
        self.at = at
        self.hash = hash
        self.byteCount = byteCount
        self.certificate = certificate
    }
}

/// Why a round ended without a signed document.
public struct Rejection: Equatable, Sendable {
    public enum Cause: Equatable, Sendable {
        case declined(by: RecipientID, reason: String)
        case revoked(by: UserID)
        case expired
    }

    public let at: Instant
    public let cause: Cause

    public init(at: Instant, cause: Cause) {
        self.at = at
        self.cause = cause
    }
}
