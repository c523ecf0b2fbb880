public import CMS
import FoundationEssentials

/// Certificates that the user trusts. They need not be self-signed, nor valid today.
public struct TrustAnchors: Sendable {
    let certificates: [ParsedCertificate]

    /// Nobody is trusted.
    public static let none = TrustAnchors([])

    private init(_ certificates: [ParsedCertificate]) {
        self.certificates = certificates
    }

    /// - Parameter files: each a certificate in DER, or one or more in PEM.
    /// - Throws: `malformed` where a file holds none.
    public init(files: [[UInt8]]) throws(CMSError) {
        var certificates: [ParsedCertificate] = []
        for file in files {
            let found = ParsedCertificate.all(in: file)
            guard !found.isEmpty else { throw CMSError(.malformed, "not a certificate") }
            certificates += found
        }
        self.init(certificates)
    }

    public var isEmpty: Bool { certificates.isEmpty }
}
