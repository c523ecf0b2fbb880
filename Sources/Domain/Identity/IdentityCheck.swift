/// What is to be found out: whether the person at a signing link is the one whom the sender named.
public struct IdentityCheck: Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// By the person's phone (SignOK `hp`).
        case phoneIdentity
        /// By an app in which the person is known (SignOK `simple`).
        case appIdentity
    }

    /// Stays the same from the beginning to the answer.
    public let id: ConfirmationID
    public let kind: Kind
    /// The real name, as the sender stated it.
    public let name: String
    public let contact: Contact
    public let document: Notice.Document
    public let recipient: RecipientID
    public let language: Language

    public init(
        id: ConfirmationID, kind: Kind, name: String, contact: Contact,
        document: Notice.Document, recipient: RecipientID, language: Language
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.contact = contact
        self.document = document
        self.recipient = recipient
        self.language = language
    }
}

/// What the person enters; empty where nothing is asked.
public struct IdentityAnswer: Equatable, Sendable {
    public static let lengthLimit = 200

    public let name: String
    public let code: String

    public init(name: String, code: String) {
        self.name = String(name.prefix(Self.lengthLimit))
        self.code = String(code.filter { !$0.isWhitespace }.prefix(Self.lengthLimit))
    }
}

/// By whom somebody was identified, and what that is worth.
public struct IdentityProof: Equatable, Codable, Sendable {
    /// For people and the audit trail.
    public let provider: String
    /// Whether the law takes it for proof of identity, as the provider says.
    public let isLegalProof: Bool

    public init(provider: String, isLegalProof: Bool) {
        self.provider = provider
        self.isLegalProof = isLegalProof
    }

    /// As it stands in the audit trail.
    var facts: [String: String] {
        ["provider": provider, "legalProof": isLegalProof ? "yes" : "no"]
    }
}
