import Crypto

/// Makes detached CAdES signatures as PAdES B-B wants them (EN 319 142-1 §6; RFC 5652).
///
/// One signerInfo, no content, DER throughout. Signed attributes: content-type (id-data),
/// message-digest and one signing-certificate-v2; no signing-time, which PAdES forbids.
/// What does not change from signature to signature is encoded once, in `init`.
public struct CAdESSigner: Sendable {
    private let key: any DigestSigner
    private let certificates: [UInt8]
    private let identity: [UInt8]
    private let signingCertificate: [UInt8]

    /// - Parameters:
    ///   - certificate: the signer's, in DER.
    ///   - chain: its issuers in DER, without the root.
    ///   - key: the private key of `certificate`; another's is refused.
    public init(certificate: [UInt8], chain: [[UInt8]], key: any DigestSigner) throws(CMSError) {
        let signer = try EmbeddedCertificate(der: certificate)
        guard signer.subjectPublicKeyInfo.elementsEqual(key.subjectPublicKeyInfo) else {
            throw CMSError(.unexpectedStructure, "the key is not that of the certificate")
        }
        self.key = key
        certificates = DERWriter.setOf([certificate] + chain, tag: DERTag.context(0))
        identity = DERWriter.sequence(Array(signer.issuer), Array(signer.encodedSerialNumber))
        signingCertificate = Self.attribute(
            .signingCertificateV2, Self.signingCertificateV2(certificate))
    }

    /// A DER ContentInfo that signs a document by its digest.
    ///
    /// - Parameter messageDigest: SHA-256 of the document's bytes (32 bytes).
    public func sign(messageDigest: [UInt8]) throws(CMSError) -> [UInt8] {
        guard messageDigest.count == DigestAlgorithm.sha256.byteCount else {
            throw CMSError(.unsupported, "a digest of \(messageDigest.count) bytes")
        }
        let attributes = signedAttributes(messageDigest)
        // RFC 5652 §5.4: signed is the encoding as SET OF, not as [0].
        let signature = try key.sign(DERWriter.setOf(attributes))
        return contentInfo(attributes, signature: signature)
    }

    /// The most bytes that ``sign(messageDigest:)`` can return: the room for /Contents.
    public var maximumByteCount: Int {
        let digest = [UInt8](repeating: 0, count: DigestAlgorithm.sha256.byteCount)
        let signature = [UInt8](repeating: 0, count: key.maximumSignatureByteCount)
        return contentInfo(signedAttributes(digest), signature: signature).count
    }
}

extension CAdESSigner {
    private func signedAttributes(_ messageDigest: [UInt8]) -> [[UInt8]] {
        [
            Self.attribute(.contentType, OID.data.der),
            Self.attribute(.messageDigest, DERWriter.octetString(messageDigest)),
            signingCertificate,
        ]
    }

    private static func attribute(_ type: OID, _ value: [UInt8]) -> [UInt8] {
        DERWriter.sequence(type.der, DERWriter.setOf([value]))
    }

    // RFC 5035 §4: hashAlgorithm is left out because SHA-256 is its default.
    private static func signingCertificateV2(_ certificate: [UInt8]) -> [UInt8] {
        let hash = DERWriter.octetString(Array(SHA256.hash(data: certificate)))
        return DERWriter.sequence(DERWriter.sequence(DERWriter.sequence(hash)))
    }

    private func contentInfo(_ attributes: [[UInt8]], signature: [UInt8]) -> [UInt8] {
        // RFC 5652 §5.1, §5.3: version 1 with id-data and an issuer and serial number.
        let version = DERWriter.integer(1)
        let digest = DigestAlgorithm.sha256.identifier
        let signerInfo = DERWriter.sequence(
            version, identity, digest, DERWriter.setOf(attributes, tag: DERTag.context(0)),
            key.algorithm.identifier, DERWriter.octetString(signature))
        let signedData = DERWriter.sequence(
            version, DERWriter.setOf([digest]), DERWriter.sequence(OID.data.der), certificates,
            DERWriter.setOf([signerInfo]))
        return DERWriter.sequence(
            OID.signedData.der, DERWriter.value(DERTag.context(0), signedData))
    }
}
