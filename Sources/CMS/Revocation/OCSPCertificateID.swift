/// A certificate as OCSP names it: by hashes of its issuer's name and key, and its serial number
/// (CertID, RFC 6960 §4.1.1).
struct OCSPCertificateID: Hashable, Sendable {
    let digestOID: OID
    let issuerNameHash: [UInt8]
    let issuerKeyHash: [UInt8]
    let serialNumber: [UInt8]

    init(
        _ certificate: EmbeddedCertificate, issuer: EmbeddedCertificate,
        _ algorithm: DigestAlgorithm
    ) throws(CMSError) {
        digestOID = algorithm.oid
        issuerNameHash = algorithm.hash(certificate.issuer)
        issuerKeyHash = algorithm.hash(try issuer.publicKeyBits())
        serialNumber = certificate.serialNumber
    }

    init(_ value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "a certificate is not named")
        }
        var parts = value.inside
        digestOID = try AlgorithmIdentifier(parts.next()).oid
        issuerNameHash = try parts.next().octets()
        issuerKeyHash = try parts.next().octets()
        serialNumber = Array(try parts.next(DERTag.integer, "a serial number").content)
        try parts.finish("a certificate's name")
    }

    var der: [UInt8] {
        DERWriter.sequence(
            DERWriter.sequence(digestOID.der, DERWriter.null),
            DERWriter.octetString(issuerNameHash), DERWriter.octetString(issuerKeyHash),
            DERWriter.value(DERTag.integer, serialNumber))
    }

    func names(_ certificate: EmbeddedCertificate, issuer: EmbeddedCertificate) -> Bool {
        guard let algorithm = DigestAlgorithm(digestOID) else { return false }
        return (try? Self(certificate, issuer: issuer, algorithm)) == self
    }
}

extension EmbeddedCertificate {
    /// The BIT STRING of the public key without tag, length and the count of unused bits.
    func publicKeyBits() throws(CMSError) -> ArraySlice<UInt8> {
        var whole = DERReader(publicKey)
        var parts = try whole.next(DERTag.sequence, "a public key").inside
        _ = try parts.next(DERTag.sequence, "a public key's algorithm")
        return try parts.next(DERTag.bitString, "a public key's bits").content.dropFirst()
    }
}
