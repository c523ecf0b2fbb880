/// Certificates that the user trusts. They need not be self-signed, nor valid today.
public struct TrustAnchors: Sendable {
    let certificates: [ParsedCertificate]

    /// Nobody is trusted.
    public static let none = TrustAnchors(certificates: [])

    public var isEmpty: Bool { certificates.isEmpty }
}

extension TrustAnchors {
    /// - Parameter files: each a certificate in DER, or one or more in PEM.
    public init(files: [[UInt8]]) throws(CertificateFile.Unreadable) {
        var certificates: [ParsedCertificate] = []
        for file in files {
            for der in try CertificateFile.certificates(in: file) {
                guard let certificate = ParsedCertificate(der: der) else {
                    throw CertificateFile.Unreadable(description: "a certificate in disorder")
                }
                certificates.append(certificate)
            }
        }
        self.init(certificates: certificates)
    }
}
