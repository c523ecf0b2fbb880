/// An authority of the server that issues certificates and takes them back.
public enum CertificateIssuer: String, Codable, CaseIterable, Sendable {
    case root
    case issuing
}

/// A certificate that was taken back: from then on nothing is to be believed that it signs.
public struct Revocation: Equatable, Sendable {
    /// Reasons of RFC 5280 §5.3.1 that an operator can give. None of them can be lifted again.
    public enum Reason: String, Codable, CaseIterable, Sendable {
        case unspecified, keyCompromise, affiliationChanged, superseded, cessationOfOperation
        case privilegeWithdrawn
    }

    /// Of the certificate, in upper-case hexadecimal.
    public let serial: String
    public let issuer: CertificateIssuer
    public let at: Instant
    public let reason: Reason

    public init(serial: String, issuer: CertificateIssuer, at: Instant, reason: Reason) {
        self.serial = serial
        self.issuer = issuer
        self.at = at
        self.reason = reason
    }
}
