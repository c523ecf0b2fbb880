public import FoundationEssentials

/// Makes an authority's revocation lists (RFC 5280 §5): version 2, complete, with CRL number and
/// authority key identifier.
public struct CertificateListMaker: Sendable {
    private let issuer: EmbeddedCertificate
    private let key: any DigestSigner

    /// - Parameters:
    ///   - issuer: the authority's certificate in DER.
    ///   - key: the private key of `issuer`; another's is refused.
    public init(issuer: [UInt8], key: any DigestSigner) throws(CMSError) {
        self.issuer = try EmbeddedCertificate(der: issuer)
        self.key = key
        guard key.matches(self.issuer) else {
            throw CMSError(.unexpectedStructure, "the key is not that of the certificate")
        }
        guard self.issuer.isForLists else {
            throw CMSError(.unexpectedStructure, "the certificate may not sign revocation lists")
        }
    }

    /// DER of a list.
    ///
    /// - Parameters:
    ///   - number: greater than that of every list before.
    ///   - thisUpdate: to the second, as all times here.
    ///   - nextUpdate: when the next list will be there at the latest.
    public func list(
        number: UInt64, thisUpdate: Date, nextUpdate: Date, revoked: [RevokedCertificate]
    ) throws(CMSError) -> [UInt8] {
        let algorithm = key.algorithm.signatureIdentifier(key.digestAlgorithm)
        let entries = DERWriter.value(DERTag.sequence, revoked.flatMap(\.entry))
        let content = DERWriter.sequence(
            DERWriter.integer(1), algorithm, Array(issuer.subject), DERWriter.time(thisUpdate),
            DERWriter.time(nextUpdate), revoked.isEmpty ? [] : entries,
            DERWriter.explicit(0, extensions(number)))
        let signature = try key.sign(content)
        return DERWriter.sequence(content, algorithm, DERWriter.bitString(signature))
    }

    private func extensions(_ number: UInt64) -> [UInt8] {
        let identifier = issuer.keyIdentifier.map {
            DERWriter.certificateExtension(
                .authorityKeyIdentifier,
                DERWriter.sequence(DERWriter.value(DERTag.primitiveContext(0), $0)))
        }
        return DERWriter.sequence(
            identifier ?? [],
            DERWriter.certificateExtension(.listNumber, DERWriter.integer(number)))
    }
}
