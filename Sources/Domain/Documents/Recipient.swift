/// A person asked to sign, known by e-mail; no account or password is needed.
public struct Recipient: Equatable, Sendable {
    public let id: RecipientID
    /// Place in the author's list, from 0.
    public let position: Int
    public let name: PersonName
    public let email: EmailAddress
    /// The order as reported to clients (contract LightDoc, `number`).
    public let number: Int
    /// The step of the round, from 1; equal steps sign in parallel.
    public let step: Int
    public let method: SignatureMethod
    /// Only a verified user may sign.
    public let requiresVerification: Bool
    /// The recipient's own choice, which wins over the document's language.
    public internal(set) var language: Language?
    public internal(set) var link: SigningLink
    /// The part in the running round; `nil` while the document is a draft.
    public internal(set) var turn: Turn?

    public init(
        id: RecipientID, position: Int, name: PersonName, email: EmailAddress, number: Int,
        step: Int, method: SignatureMethod, requiresVerification: Bool, language: Language?,
        link: SigningLink, turn: Turn?
    ) {
        self.id = id
        self.position = position
        self.name = name
        self.email = email
        self.number = number
        self.step = step
        self.method = method
        self.requiresVerification = requiresVerification
        self.language = language
        self.link = link
        self.turn = turn
    }
}

/// How a recipient signs.
public enum SignatureMethod: String, Codable, CaseIterable, Sendable {
    /// Simple signature confirmed by a code (LightDoc `Bes`): a one-time certificate.
    case simple
    /// The signer's own one-year certificate (LightDoc `AesLightDoc`).
    case ownCertificate
}

/// A recipient's part in one round.
public struct Turn: Equatable, Codable, Sendable {
    /// The id by which the LightDoc API names this signature: within signed 32 bits, from 1.
    public let context: Int32
    /// The signature field in the file that is this recipient's.
    public let field: String
    public internal(set) var progress: Progress

    public enum Progress: Equatable, Codable, Sendable {
        /// The step is not reached.
        case waiting
        case notified(at: Instant)
        case opened(at: Instant)
        case approved(Approval)
        case rejected(at: Instant, reason: String)
    }

    public init(context: Int32, field: String, progress: Progress) {
        self.context = context
        self.field = field
        self.progress = progress
    }

    /// The step is reached and neither a signature nor a refusal was given.
    public var isOpen: Bool {
        switch progress {
        case .notified, .opened: true
        case .waiting, .approved, .rejected: false
        }
    }

    public var isReached: Bool { progress != .waiting }

    public var approval: Approval? {
        if case .approved(let approval) = progress { approval } else { nil }
    }
}

/// The evidence of one signature.
public struct Approval: Equatable, Codable, Sendable {
    public let at: Instant
    public let confirmation: Confirmation
    public let certificate: CertificateFacts
    /// Version of the rules that the signer accepted; `nil` over the API.
    public let consentVersion: String?
    /// Address and browser from which it came; empty where unknown.
    public let origin: RequestOrigin
    /// Of a signature made elsewhere: what the judgement of its certificate rested on.
    public let evidence: Blob?

    /// How the will to sign was confirmed.
    public enum Confirmation: String, Codable, Sendable {
        /// A one-time code sent to the signer's e-mail.
        case emailCode
        /// The signer's private key, presented over the API.
        case privateKey
        /// The signer's own signature, made elsewhere.
        case externalSignature
    }

    public init(
        at: Instant, confirmation: Confirmation, certificate: CertificateFacts,
        consentVersion: String?, origin: RequestOrigin, evidence: Blob? = nil
    ) {
        self.at = at
        self.confirmation = confirmation
        self.certificate = certificate
        self.consentVersion = consentVersion
        self.origin = origin
        self.evidence = evidence
    }
}

/// Where a request came from, for the evidence.
public struct RequestOrigin: Equatable, Codable, Sendable {
    public let address: String
    public let userAgent: String

    public init(address: String, userAgent: String) {
        self.address = address
        self.userAgent = String(userAgent.prefix(200))
    }

    public static let unknown = RequestOrigin(address: "", userAgent: "")
}
