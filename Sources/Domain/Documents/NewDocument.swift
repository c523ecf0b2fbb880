/// What a client asks for when it makes a document.
public struct NewDocument: Sendable {
    public var clientID: String?
    public var name: String
    public var isSequential: Bool
    public var language: Language
    public var terms: Terms
    public var recipients: [NewRecipient]
    public var fields: [Field]
    /// Files to sign that were read already: a template's.
    public var files: [ReadFile]
    public var attachments: [NewFile]
    /// To be sent as soon as it is made, by a job.
    public var isSentAtOnce: Bool

    public init(
        clientID: String?, name: String, isSequential: Bool, language: Language,
        terms: Terms = Terms(), recipients: [NewRecipient], fields: [Field] = [],
        files: [ReadFile] = [], attachments: [NewFile] = [], isSentAtOnce: Bool = false
    ) {
        self.clientID = clientID
        self.name = name
        self.isSequential = isSequential
        self.language = language
        self.terms = terms
        self.recipients = recipients
        self.fields = fields
        self.files = files
        self.attachments = attachments
        self.isSentAtOnce = isSentAtOnce
    }
}

public struct NewRecipient: Sendable {
    public var name: PersonName
    public var contact: Contact
    public var number: Int?
    public var role: RecipientRole
    public var access: AccessRule
    public var requiresVerification: Bool
    public var memo: String?
    public var requests: [AttachmentRequest]

    public init(
        name: PersonName, contact: Contact, number: Int? = nil, role: RecipientRole,
        access: AccessRule, requiresVerification: Bool = false, memo: String? = nil,
        requests: [AttachmentRequest] = []
    ) {
        self.name = name
        self.contact = contact
        self.number = number
        self.role = role
        self.access = access
        self.requiresVerification = requiresVerification
        self.memo = memo
        self.requests = requests
    }
}

/// A readable file, and what it was found to be.
public struct ReadFile: Equatable, Codable, Sendable {
    public let file: NewFile
    public let facts: FileFacts

    public init(file: NewFile, facts: FileFacts) {
        self.file = file
        self.facts = facts
    }
}
