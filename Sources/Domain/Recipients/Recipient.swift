/// A party of a document beside its author, known by a contact; no account or password is needed.
public struct Recipient: Equatable, Sendable {
    public let id: RecipientID
    /// Place in the author's list, from 0.
    public let position: Int
    /// Empty for one who is known by the contact alone.
    public let name: PersonName
    public internal(set) var contact: Contact
    /// The order as reported to clients (contract LightDoc, `number`).
    public let number: Int
    /// The step of the round, from 1; equal steps act in parallel.
    public let step: Int
    public let role: RecipientRole
    public let access: AccessRule
    /// Only a verified user may sign.
    public let requiresVerification: Bool
    /// A word from the sender to this recipient.
    public let memo: String?
    /// Files asked of this recipient.
    public let requests: [AttachmentRequest]
    /// The recipient's own choice, which wins over the document's language.
    public internal(set) var language: Language?
    public internal(set) var link: SigningLink
    /// The part in the running round; `nil` while the document is a draft.
    public internal(set) var turn: Turn?

    public init(
        id: RecipientID, position: Int, name: PersonName, contact: Contact, number: Int,
        step: Int, role: RecipientRole, access: AccessRule, requiresVerification: Bool,
        memo: String?, requests: [AttachmentRequest], language: Language?, link: SigningLink,
        turn: Turn?
    ) {
        self.id = id
        self.position = position
        self.name = name
        self.contact = contact
        self.number = number
        self.step = step
        self.role = role
        self.access = access
        self.requiresVerification = requiresVerification
        self.memo = memo
        self.requests = requests
        self.language = language
        self.link = link
        self.turn = turn
    }

    public var email: EmailAddress? { contact.email }

    /// What people read: the name, or the contact of one who has none.
    public var displayName: String { name.full.isEmpty ? contact.text : name.full }

    /// How a signer signs; `nil` for everybody else.
    public var method: SignatureMethod? { role.method }
}
