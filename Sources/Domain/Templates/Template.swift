/// What documents are made from: files, the parties that are needed, and what they fill in.
public struct Template: Equatable, Sendable {
    public let id: TemplateID
    public let account: AccountID
    public let creator: Document.Author
    public let title: String
    /// When its first version was made.
    public let createdAt: Instant
    /// From 1. Documents keep what they were made from; a new version changes later ones alone.
    public let version: Int
    public let isSequential: Bool
    public let isFaceToFace: Bool
    public let requiresApproval: Bool
    public let period: SigningPeriod?
    public let parties: [TemplateParty]
    /// `position` is that of the party; ids are stable across versions.
    public let fields: [Field]
    public let files: [ReadFile]
    /// Sent along with every document.
    public let attachments: [NewFile]

    public init(
        id: TemplateID, account: AccountID, creator: Document.Author, title: String,
        createdAt: Instant, version: Int, isSequential: Bool, isFaceToFace: Bool,
        requiresApproval: Bool, period: SigningPeriod?, parties: [TemplateParty],
        fields: [Field], files: [ReadFile], attachments: [NewFile]
    ) {
        self.id = id
        self.account = account
        self.creator = creator
        self.title = title
        self.createdAt = createdAt
        self.version = version
        self.isSequential = isSequential
        self.isFaceToFace = isFaceToFace
        self.requiresApproval = requiresApproval
        self.period = period
        self.parties = parties
        self.fields = fields
        self.files = files
        self.attachments = attachments
    }
}

/// Somebody who is needed, and perhaps who that is unless the document says otherwise.
public struct TemplateParty: Equatable, Codable, Sendable {
    /// Stable across versions (contract SignOK, row 12, `signer[].id`).
    public let id: String
    /// The order of acting, from 1; the same for those who act at once.
    public let number: Int
    public let role: RecipientRole
    public let name: String?
    public let contact: Contact?
    public let requests: [AttachmentRequest]

    public init(
        id: String, number: Int, role: RecipientRole, name: String? = nil,
        contact: Contact? = nil, requests: [AttachmentRequest] = []
    ) {
        self.id = id
        self.number = number
        self.role = role
        self.name = name
        self.contact = contact
        self.requests = requests
    }
}
