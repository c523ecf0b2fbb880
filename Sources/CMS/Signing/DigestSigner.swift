/// Something that holds a private key and signs digests with it.
public protocol DigestSigner: Sendable {
    var algorithm: SigningAlgorithm { get }

    /// The hash function that is signed with; SHA-256 unless said otherwise.
    var digestAlgorithm: DigestAlgorithm { get }

    /// The longest signature this key can make, in bytes.
    var maximumSignatureByteCount: Int { get }

    /// The public key as a DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
    var subjectPublicKeyInfo: [UInt8] { get }

    /// The signature over the digest of the bytes by ``digestAlgorithm``.
    func sign(_ bytes: [UInt8]) throws(CMSError) -> [UInt8]
}

extension DigestSigner {
    public var digestAlgorithm: DigestAlgorithm { .sha256 }

    /// Whether the certificate is of this key.
    public func matches(_ certificate: EmbeddedCertificate) -> Bool {
        certificate.publicKey.elementsEqual(subjectPublicKeyInfo)
    }
}

/// What a signer's key makes.
public enum SigningAlgorithm: Hashable, Sendable {
    case ecdsa
    /// PKCS#1 v1.5.
    case rsa
    /// RSASSA-PSS with a salt as long as the digest, MGF1 with the same hash function.
    case rsaPSS

    /// The signatureAlgorithm of a SignerInfo: ecdsa-with-SHA2 without parameters (RFC 5754
    /// §3.3); rsaEncryption with NULL, which every validator reads (RFC 3370 §3.2).
    func identifier(_ digest: DigestAlgorithm) -> [UInt8] {
        switch self {
        case .ecdsa: DERWriter.sequence((SignatureScheme.ecdsaOID(digest) ?? .ecdsaWithSHA256).der)
        case .rsa: DERWriter.sequence(OID.rsaEncryption.der, DERWriter.null)
        case .rsaPSS: Self.pss(digest)
        }
    }

    /// The algorithm of a certificate or a list, which has to name the hash function
    /// (RFC 4055 §5).
    func signatureIdentifier(_ digest: DigestAlgorithm) -> [UInt8] {
        guard self == .rsa, let oid = SignatureScheme.pkcs1OID(digest) else {
            return identifier(digest)
        }
        return DERWriter.sequence(oid.der, DERWriter.null)
    }

    // RFC 4055 §3.1: [0] hash, [1] mask, [2] salt.
    private static func pss(_ digest: DigestAlgorithm) -> [UInt8] {
        let hash = DERWriter.sequence(digest.oid.der, DERWriter.null)
        let parameters = DERWriter.sequence(
            DERWriter.explicit(0, hash),
            DERWriter.explicit(1, DERWriter.sequence(OID.mgf1.der, hash)),
            DERWriter.explicit(2, DERWriter.integer(UInt64(digest.byteCount))))
        return DERWriter.sequence(OID.rsaPSS.der, parameters)
    }
}
