/// Asks whether one certificate is revoked (RFC 6960 §4.1).
public struct OCSPRequest: Hashable, Sendable {
    public let der: [UInt8]
    let certificateID: OCSPCertificateID
    public let nonce: [UInt8]?

    /// - Parameters:
    ///   - certificate: the one asked about, and `issuer` the authority that made it.
    ///   - nonce: random octets, 1 to 32 (RFC 8954); `nil`: an answer made beforehand will do.
    ///   - algorithm: by which the issuer is named; SHA-1 is what responders know (RFC 5019 §2.1.1),
    ///     and nothing rests on it.
    public init(
        certificate: EmbeddedCertificate, issuer: EmbeddedCertificate, nonce: [UInt8]?,
        algorithm: DigestAlgorithm = .sha1
    ) throws(CMSError) {
        certificateID = try OCSPCertificateID(certificate, issuer: issuer, algorithm)
        self.nonce = nonce
        let requests = DERWriter.sequence(DERWriter.sequence(certificateID.der))
        let extensions = nonce.map {
            DERWriter.explicit(
                2,
                DERWriter.sequence(
                    DERWriter.certificateExtension(.answerNonce, DERWriter.octetString($0))))
        }
        der = DERWriter.sequence(DERWriter.sequence(requests, extensions ?? []))
    }
}
