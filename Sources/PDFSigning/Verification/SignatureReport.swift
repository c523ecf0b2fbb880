public import CMS
public import PDFCore

/// The verdicts on one signature, each with its own reasons; an empty list means nothing is wrong.
public struct SignatureReport: Sendable {
    public enum Kind: Hashable, Sendable {
        case approval
        /// The author's signature with what it lets others change.
        case certification(CertificationLevel)
        case documentTimestamp
    }

    public enum Changes: String, Hashable, Codable, Sendable {
        case none
        case permitted
        case forbidden
    }

    /// The full name of the field; `field` and its object number where the file needs a password.
    public let field: String
    public let fieldID: ObjectID
    public let kind: Kind
    /// As stated, such as `ETSI.CAdES.detached`.
    public let subFilter: String?
    /// `/M`, `/Name`, `/Reason`, `/Location` as stated; nobody vouches for them.
    public let statedTime: String?
    public let statedName: String?
    public let statedReason: String?
    public let statedLocation: String?
    /// Index of the revision that this signature ends; nil if it ends none.
    public let revision: Int?
    /// Whether nothing follows the signed revision.
    public let coversWholeFile: Bool
    /// `/TMGA_AuditHead` of a document timestamp: the head of the audit trail that it seals.
    public let auditHead: [UInt8]?
    /// The signature's container, if it could be read.
    public let container: SignedData?

    /// Of the container: digest, key, certificate, attributes.
    public internal(set) var crypto: [VerificationProblem] = []
    /// Algorithms and keys that are accepted but no longer recommended.
    public internal(set) var weaknesses: [SignatureVerdict.Weakness] = []
    /// Of what the signature covers.
    public internal(set) var coverage: [VerificationProblem] = []
    /// Of what was changed after signing.
    public internal(set) var modification: [VerificationProblem] = []

    /// DER of the signer's certificate.
    public var signerCertificate: [UInt8]? { container?.signerCertificate?.der }

    public var problems: [VerificationProblem] { crypto + coverage + modification }

    public var isIntact: Bool { problems.isEmpty }

    public var changesAfter: Changes {
        // Without a revision to start from, nothing after it can be called permitted.
        if revision == nil || !modification.isEmpty { return .forbidden }
        return coversWholeFile ? .none : .permitted
    }
}

extension SignatureReport {
    init(_ value: SignatureValue, container: SignedData?, isLast: Bool, isLocked: Bool) {
        // A locked file's strings, but for /Contents, cannot be read.
        let stated = isLocked ? PDFDictionary() : value.dictionary
        field = isLocked ? "field \(value.field.id.number)" : value.field.name
        fieldID = value.field.id
        kind = value.kind
        subFilter = value.dictionary["SubFilter"]?.name?.text
        statedTime = stated["M"]?.textValue
        statedName = stated["Name"]?.textValue
        statedReason = stated["Reason"]?.textValue
        statedLocation = stated["Location"]?.textValue
        revision = value.revision
        coversWholeFile = isLast
        auditHead = stated["TMGA_AuditHead"]?.bytes
        self.container = container
        coverage = value.problems
    }
}
