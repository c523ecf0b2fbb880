import COpenSSL

/// How a signature value is to be checked: digest, padding and the kind of key.
struct SignatureScheme: Hashable {
    enum Padding: Hashable {
        case ecdsa
        case pkcs1
        /// RFC 4055 §3.1; `saltByteCount` as the parameters say.
        case pss(mask: DigestAlgorithm, saltByteCount: Int)
        /// The whole message is signed, not its digest.
        case ed25519
        /// GOST R 34.10-2012 by a key of so many bits.
        case gost(bitCount: Int)
    }

    let digest: DigestAlgorithm
    let padding: Padding

    /// - Parameter fallback: the signer's digest algorithm, which rsaEncryption does not repeat.
    init?(_ algorithm: AlgorithmIdentifier, fallback: DigestAlgorithm?) {
        if algorithm.oid == .rsaPSS {
            guard let scheme = try? Self.pss(algorithm) else { return nil }
            self = scheme
        } else if algorithm.oid == .ed25519 {
            // RFC 8419 §3.1: what is beside the signature is hashed by SHA-512.
            self.init(digest: .sha512, padding: .ed25519)
        } else if algorithm.oid == .rsaEncryption, let fallback {
            self.init(digest: fallback, padding: .pkcs1)
        } else if let digest = Self.pkcs1[algorithm.oid] {
            self.init(digest: digest, padding: .pkcs1)
        } else if let digest = Self.ecdsa[algorithm.oid] {
            self.init(digest: digest, padding: .ecdsa)
        } else if let scheme = Self.gost[algorithm.oid] {
            self = scheme
        } else {
            return nil
        }
    }

    private init(digest: DigestAlgorithm, padding: Padding) {
        self.digest = digest
        self.padding = padding
    }

    private static let pkcs1: [OID: DigestAlgorithm] = [
        .md5WithRSA: .md5, .sha1WithRSA: .sha1, .sha224WithRSA: .sha224,
        .sha256WithRSA: .sha256, .sha384WithRSA: .sha384, .sha512WithRSA: .sha512,
    ]

    private static let ecdsa: [OID: DigestAlgorithm] = [
        .ecdsaWithSHA1: .sha1, .ecdsaWithSHA224: .sha224, .ecdsaWithSHA256: .sha256,
        .ecdsaWithSHA384: .sha384, .ecdsaWithSHA512: .sha512,
    ]

    // RFC 4490 §3: a SignerInfo names the key's algorithm, certificates the signature's
    // (RFC 9215 §2). A key's length says which digest it signs (RFC 7091 §5.2).
    private static let gost: [OID: SignatureScheme] = [
        .gost256: gost256, .gost256WithStreebog: gost256,
        .gost512: gost512, .gost512WithStreebog: gost512,
    ]

    private static let gost256 = Self(digest: .streebog256, padding: .gost(bitCount: 256))
    private static let gost512 = Self(digest: .streebog512, padding: .gost(bitCount: 512))

    static func ecdsaOID(_ digest: DigestAlgorithm) -> OID? {
        ecdsa.first { $0.value == digest }?.key
    }

    static func pkcs1OID(_ digest: DigestAlgorithm) -> OID? {
        pkcs1.first { $0.value == digest }?.key
    }

    // RFC 4055 §3.1: [0] hash, [1] mask, [2] salt; SHA-1, MGF1 with SHA-1 and 20 by default.
    private static func pss(_ algorithm: AlgorithmIdentifier) throws(CMSError) -> Self {
        guard var parts = algorithm.parameters?.inside else {
            throw CMSError(.unsupported, "RSASSA-PSS without parameters")
        }
        let digest = try parts.nextIf(DERTag.context(0)).map(digest) ?? .sha1
        let mask = try parts.nextIf(DERTag.context(1)).map(mask) ?? .sha1
        var salt = try parts.nextIf(DERTag.context(2))?.inside
        let saltByteCount = try salt?.next().smallInteger() ?? 20
        return Self(digest: digest, padding: .pss(mask: mask, saltByteCount: saltByteCount))
    }

    private static func digest(_ explicit: DERValue) throws(CMSError) -> DigestAlgorithm {
        var inside = explicit.inside
        return try known(AlgorithmIdentifier(inside.next()).oid)
    }

    private static func mask(_ explicit: DERValue) throws(CMSError) -> DigestAlgorithm {
        var inside = explicit.inside
        let function = try AlgorithmIdentifier(inside.next())
        guard function.oid == .mgf1, let parameters = function.parameters else {
            throw CMSError(.unsupported, "a mask other than MGF1")
        }
        return try known(AlgorithmIdentifier(parameters).oid)
    }

    private static func known(_ oid: OID) throws(CMSError) -> DigestAlgorithm {
        guard let digest = DigestAlgorithm(oid) else {
            throw CMSError(.unsupported, "a digest of \(oid)")
        }
        return digest
    }
}
