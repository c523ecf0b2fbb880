import CMS
public import PDFSigning

/// A certificate of the trust list.
public struct TrustedCertificate: Sendable {
    /// SHA-256 of its DER, 64 lower-case hexadecimal digits.
    public let id: String
    public let der: [UInt8]
    public let summary: CertificateSummary

    /// Nil where the bytes are no certificate.
    init?(der: [UInt8]) {
        guard let summary = CertificateSummary(der: der) else { return nil }
        self.summary = summary
        self.der = der
        id = DigestAlgorithm.sha256.hash(der).map(Self.digits).joined()
    }

    private static func digits(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

/// Why the trust list cannot be used, or cannot be changed as asked.
public enum TrustFault: Error, Hashable, Sendable {
    /// A file holds no certificate; says why.
    case unreadable(String)
    /// A file of the list does not hold the certificate that its name says.
    case damaged(String)
    /// No certificate of the list has this id.
    case unknown(String)
    /// Several certificates of the list begin so.
    case ambiguous(String)
}
