/// Something that holds a private key and signs with SHA-256.
public protocol DigestSigner: Sendable {
    var algorithm: SigningAlgorithm { get }

    /// The longest signature this key can make, in bytes.
    var maximumSignatureByteCount: Int { get }

    /// The public key as a DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
    var subjectPublicKeyInfo: [UInt8] { get }

    /// The signature over the SHA-256 digest of the bytes.
    func sign(_ bytes: [UInt8]) throws(CMSError) -> [UInt8]
}

/// What a signer's key makes; all over SHA-256.
public enum SigningAlgorithm: Hashable, Sendable {
    case ecdsa
    /// PKCS#1 v1.5.
    case rsa

    /// The signatureAlgorithm of a SignerInfo: ecdsa-with-SHA256 without parameters (RFC 5754
    /// §3.3); rsaEncryption with NULL, which every validator reads (RFC 3370 §3.2).
    var identifier: [UInt8] {
        switch self {
        case .ecdsa: DERWriter.sequence(OID.ecdsaWithSHA256.der)
        case .rsa: DERWriter.sequence(OID.rsaEncryption.der, DERWriter.null)
        }
    }
}
