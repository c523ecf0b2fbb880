/// Writes SignedData with one signerInfo in DER (RFC 5652 §5), whose signed attributes are
/// content-type, message-digest and one signing-certificate-v2. What does not change from
/// signature to signature is encoded once.
struct SignedDataWriter: Sendable {
    let key: any DigestSigner
    private let contentType: OID
    private let certificates: [UInt8]
    private let identity: [UInt8]
    private let contentTypeAttribute: [UInt8]
    private let signingCertificate: [UInt8]
    private let digest: [UInt8]

    /// - Parameters:
    ///   - certificate: the signer's, in DER.
    ///   - chain: its issuers in DER.
    ///   - key: the private key of `certificate`; another's is refused.
    init(
        _ contentType: OID, certificate: [UInt8], chain: [[UInt8]], key: any DigestSigner
    ) throws(CMSError) {
        let signer = try EmbeddedCertificate(der: certificate)
        guard key.matches(signer) else {
            throw CMSError(.unexpectedStructure, "the key is not that of the certificate")
        }
        self.key = key
        self.contentType = contentType
        certificates = DERWriter.setOf([certificate] + chain, tag: DERTag.context(0))
        identity = DERWriter.sequence(Array(signer.issuer), Array(signer.encodedSerialNumber))
        contentTypeAttribute = Self.attribute(.contentType, contentType.der)
        signingCertificate = Self.attribute(
            .signingCertificateV2, Self.signingCertificateV2(certificate))
        digest = key.digestAlgorithm.identifier
    }

    /// Signs a document beside the signature.
    func sign(messageDigest: [UInt8]) throws(CMSError) -> [UInt8] {
        let attributes = attributes(messageDigest)
        let signature = try key.sign(Self.signedSet(attributes))
        return contentInfo(attributes, signature, content: nil, withCertificates: true)
    }

    /// Signs content that the signature carries.
    func sign(content: [UInt8], withCertificates: Bool) throws(CMSError) -> [UInt8] {
        let attributes = attributes(key.digestAlgorithm.hash(content))
        let signature = try key.sign(Self.signedSet(attributes))
        return contentInfo(
            attributes, signature, content: content, withCertificates: withCertificates)
    }

    /// The most bytes that a signature can have, with this content or none.
    func maximumByteCount(_ content: [UInt8]?) -> Int {
        let digest = [UInt8](repeating: 0, count: key.digestAlgorithm.byteCount)
        let signature = [UInt8](repeating: 0, count: key.maximumSignatureByteCount)
        return contentInfo(
            attributes(digest), signature, content: content, withCertificates: true
        ).count
    }
}

extension SignedDataWriter {
    // X.690 §11.6 sorts them: in the signature and in what is signed the order is one.
    private func attributes(_ messageDigest: [UInt8]) -> [UInt8] {
        let digest = Self.attribute(.messageDigest, DERWriter.octetString(messageDigest))
        return DERWriter.setOf(
            [contentTypeAttribute, digest, signingCertificate], tag: DERTag.context(0))
    }

    // RFC 5652 §5.4: signed is the encoding as SET OF, not as [0].
    private static func signedSet(_ attributes: [UInt8]) -> [UInt8] {
        var set = attributes
        set[0] = DERTag.set
        return set
    }

    private static func attribute(_ type: OID, _ value: [UInt8]) -> [UInt8] {
        DERWriter.sequence(type.der, DERWriter.setOf([value]))
    }

    // RFC 5035 §4: hashAlgorithm is left out because SHA-256 is its default.
    private static func signingCertificateV2(_ certificate: [UInt8]) -> [UInt8] {
        let hash = DERWriter.octetString(DigestAlgorithm.sha256.hash(certificate))
        return DERWriter.sequence(DERWriter.sequence(DERWriter.sequence(hash)))
    }

    private func contentInfo(
        _ attributes: [UInt8], _ signature: [UInt8], content: [UInt8]?, withCertificates: Bool
    ) -> [UInt8] {
        // RFC 5652 §5.3: 1 with an issuer and serial number.
        let signerInfo = DERWriter.sequence(
            DERWriter.integer(1), identity, digest, attributes,
            key.algorithm.identifier(key.digestAlgorithm), DERWriter.octetString(signature))
        // RFC 5652 §5.1: 1 with id-data, otherwise 3.
        let signedData = DERWriter.sequence(
            DERWriter.integer(contentType == .data ? 1 : 3),
            DERWriter.value(DERTag.set, digest), encapsulated(content),
            withCertificates ? certificates : [], DERWriter.value(DERTag.set, signerInfo))
        return DERWriter.sequence(OID.signedData.der, DERWriter.explicit(0, signedData))
    }

    private func encapsulated(_ content: [UInt8]?) -> [UInt8] {
        let explicit = content.map { DERWriter.explicit(0, DERWriter.octetString($0)) }
        return DERWriter.sequence(contentType.der, explicit ?? [])
    }
}
