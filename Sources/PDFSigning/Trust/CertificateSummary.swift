import CMS
import Crypto
public import FoundationEssentials

/// What a report tells of a certificate.
public struct CertificateSummary: Hashable, Codable, Sendable {
    /// Distinguished names as text (RFC 4514).
    public let subject: String
    /// The subject's common name, where it has one.
    public let commonName: String?
    public let issuer: String
    /// Hexadecimal, upper case.
    public let serial: String
    /// SHA-1 of the DER, 40 upper-case hexadecimal digits.
    public let thumbprint: String
    public let notBefore: Date
    public let notAfter: Date

    /// `nil` where the bytes are no certificate.
    public init?(der: [UInt8]) {
        guard let certificate = ParsedCertificate(der: der) else { return nil }
        self.init(certificate)
    }

    init(_ certificate: ParsedCertificate) {
        subject = certificate.name
        commonName = certificate.embedded.subjectValues(of: "2.5.4.3").first
        issuer = certificate.issuerName
        // Without the zero that keeps a DER integer from being negative.
        let digits = certificate.embedded.serialNumber.drop { $0 == 0 }
        serial = digits.isEmpty ? "00" : Hexadecimal.uppercase(digits)
        thumbprint = Hexadecimal.uppercase(Insecure.SHA1.hash(data: certificate.der))
        notBefore = certificate.validity.lowerBound
        notAfter = certificate.validity.upperBound
    }
}
