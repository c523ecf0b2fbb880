import Crypto
public import FoundationEssentials
import SwiftASN1
import X509

/// What a report tells of a certificate.
public struct CertificateSummary: Hashable, Codable, Sendable {
    /// Distinguished names as text (RFC 4514).
    public let subject: String
    public let issuer: String
    /// Hexadecimal, upper case.
    public let serial: String
    /// SHA-1 of the DER, 40 upper-case hexadecimal digits.
    public let thumbprint: String
    public let notBefore: Date
    public let notAfter: Date

    /// `nil` where the bytes are no certificate.
    public init?(der: [UInt8]) {
        guard let certificate = try? Certificate(derEncoded: der) else { return nil }
        subject = certificate.subject.description
        issuer = certificate.issuer.description
        serial = Hexadecimal.uppercase(certificate.serialNumber.bytes)
        thumbprint = Hexadecimal.uppercase(Insecure.SHA1.hash(data: der))
        notBefore = certificate.notValidBefore
        notAfter = certificate.notValidAfter
    }
}
