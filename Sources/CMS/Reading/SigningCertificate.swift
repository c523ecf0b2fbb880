/// The signing-certificate attribute: the hash by which the signer named its own certificate
/// (ESSCertID, RFC 2634 §5.4; ESSCertIDv2, RFC 5035 §4).
public struct SigningCertificate: Hashable, Sendable {
    /// `nil`: a hash function that is not known here.
    public let digestAlgorithm: DigestAlgorithm?
    public let hash: [UInt8]

    /// - Parameter value: SEQUENCE { SEQUENCE OF ESSCertID, policies OPTIONAL }; the first
    ///   ESSCertID is the signer's.
    init(_ value: DERValue, version2: Bool) throws(CMSError) {
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "a signing certificate is missing")
        }
        var parts = value.inside
        var identifiers = try parts.next(DERTag.sequence, "the certificates' hashes").inside
        var first = try identifiers.next(DERTag.sequence, "a certificate's hash").inside
        let algorithm = version2 ? try first.nextIf(DERTag.sequence) : nil
        if var parts = algorithm?.inside {
            digestAlgorithm = DigestAlgorithm(try OID(parts.next()))
        } else {
            digestAlgorithm = version2 ? .sha256 : .sha1
        }
        hash = Array(try first.next(DERTag.octetString, "a certificate's hash").content)
    }

    func names(_ certificate: EmbeddedCertificate) -> Bool {
        digestAlgorithm?.hash(certificate.der) == hash
    }
}
