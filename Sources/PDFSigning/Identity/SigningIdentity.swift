public import CMS

/// Who signs: a private key, its certificate, and the issuers that a validator needs to get from
/// it to a root that it knows.
public struct SigningIdentity: Sendable {
    public let key: any DigestSigner
    /// DER.
    public let certificate: [UInt8]
    /// DER of the issuers, the nearest first. Self-issued roots are left out: who trusts one has
    /// it already.
    public let chain: [[UInt8]]
    /// DER of all certificates that were given, a root among them: evidence for later needs it.
    public let known: [[UInt8]]

    /// Finds the key's certificate among `certificates` and orders its issuers.
    ///
    /// - Parameter certificates: DER, in any order; those that do not belong here are left out.
    /// - Throws: ``SigningError/certificateMissing`` where none is of this key.
    public init(
        key: any DigestSigner, certificates: [[UInt8]]
    ) throws(SigningError) {
        let known = certificates.compactMap { try? EmbeddedCertificate(der: $0) }
        guard let own = known.first(where: { $0.subjectPublicKeyInfo == key.subjectPublicKeyInfo })
        else { throw .certificateMissing }
        self.key = key
        certificate = own.der
        self.known = known.map(\.der)
        chain = Self.issuers(of: own, among: known).map(\.der)
    }

    private static func issuers(
        of leaf: EmbeddedCertificate, among known: [EmbeddedCertificate]
    ) -> [EmbeddedCertificate] {
        var path: [EmbeddedCertificate] = []
        var last = leaf
        while last.issuerName != last.subjectName,
            let next = known.first(where: { $0.subjectName == last.issuerName }),
            next.issuerName != next.subjectName, !path.contains(next)
        {
            path.append(next)
            last = next
        }
        return path
    }

    /// What makes this identity's signatures.
    public func signer() throws(CMSError) -> CAdESSigner {
        try CAdESSigner(certificate: certificate, chain: chain, key: key)
    }
}
