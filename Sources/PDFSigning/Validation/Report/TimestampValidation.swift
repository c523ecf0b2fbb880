public import FoundationEssentials

/// The validation of an RFC 3161 token.
public struct TimestampValidation: Hashable, Codable, Sendable {
    /// What the authority's clock said.
    public let time: Date
    /// The authority's certificate.
    public let certificate: CertificateSummary?
    public let indication: Indication
    public let subIndication: SubIndication?
    public let findings: [Finding]

    /// Whether it proves that what it is over existed at ``time``.
    public var isProof: Bool { indication == .totalPassed }
}
