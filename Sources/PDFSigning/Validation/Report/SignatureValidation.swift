public import FoundationEssentials

/// The validation of one signature or document timestamp.
public struct SignatureValidation: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        case approval
        case certification
        case documentTimestamp
    }

    /// The full name of the field.
    public let field: String
    public let kind: Kind
    /// Of a certification: what it lets others change (`/P`, 1 to 3).
    public let certificationLevel: Int?
    public let indication: Indication
    public let subIndication: SubIndication?
    public let verdicts: Verdicts
    /// The PAdES baseline level; nil for what is no PAdES signature, and for what is broken.
    public let level: BaselineLevel?

    /// As stated, such as `ETSI.CAdES.detached`.
    public let subFilter: String?
    /// How the document was hashed, such as `SHA256`.
    public let digest: String?
    /// The signature algorithm in dotted decimal.
    public let algorithm: String?
    /// `/M`, `/Name`, `/Reason`, `/Location` as stated; nobody vouches for them.
    public let statedTime: String?
    public let statedName: String?
    public let statedReason: String?
    public let statedLocation: String?

    /// The earliest moment at which the signature is proven to have existed; nil without proof.
    public let provenTime: Date?
    /// The first timestamp over the signature, or what a document timestamp itself says.
    public let timestamp: TimestampValidation?
    public let certificate: CertificateSummary?
    /// From the signer's issuer up, as far as a path was found.
    public let issuers: [CertificateSummary]

    public let coversWholeFile: Bool
    /// Index of the revision that this signature ends; nil if it ends none.
    public let revision: Int?
    public let changesAfter: SignatureReport.Changes
    /// `/TMGA_AuditHead` of a document timestamp, lower-case hexadecimal.
    public let auditHead: String?

    public var isPassed: Bool { indication == .totalPassed }

    /// Every finding in one line, in the order of the verdicts.
    public var details: [String] { verdicts.all.flatMap(\.findings).map(\.description) }
}

/// The levels of PAdES baseline signatures (EN 319 142-1, 6).
public enum BaselineLevel: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    case b = "B-B"
    /// With a trusted form of time: a timestamp over the signature.
    case t = "B-T"
    /// With everything that validation needs in the file.
    case lt = "B-LT"
    /// With a document timestamp over that.
    case lta = "B-LTA"

    public static func < (left: Self, right: Self) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
