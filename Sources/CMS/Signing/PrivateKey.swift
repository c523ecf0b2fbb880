public import Crypto
import FoundationEssentials

/// A private key read from unencrypted PKCS#8: P-256, P-384 or RSA of 2048 bits and more.
public struct PrivateKey: DigestSigner, CustomStringConvertible {
    private enum Kind {
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
        case rsa(RSAKey)
    }

    private let kind: Kind
    public let algorithm: SigningAlgorithm
    public let digestAlgorithm: DigestAlgorithm
    public let subjectPublicKeyInfo: [UInt8]

    /// - Parameter pkcs8: DER of a PrivateKeyInfo (RFC 5208 §5).
    public init(pkcs8: [UInt8]) throws(CMSError) {
        let (algorithm, curve) = try Self.algorithm(of: pkcs8)
        if algorithm == .rsaEncryption || algorithm == .rsaPSS {
            self.init(try RSAKey(pkcs8: pkcs8))
        } else if algorithm == .ecPublicKey, curve == .p256 {
            self.init(try Self.read { try P256.Signing.PrivateKey(derRepresentation: pkcs8) })
        } else if algorithm == .ecPublicKey, curve == .p384 {
            self.init(try Self.read { try P384.Signing.PrivateKey(derRepresentation: pkcs8) })
        } else {
            throw CMSError(.unsupported, "private keys of \(algorithm)")
        }
    }

    public init(_ key: P256.Signing.PrivateKey) {
        self.init(.p256(key), .ecdsa, .sha256, Array(key.publicKey.derRepresentation))
    }

    public init(_ key: P384.Signing.PrivateKey) {
        self.init(.p384(key), .ecdsa, .sha256, Array(key.publicKey.derRepresentation))
    }

    private init(_ key: RSAKey) {
        self.init(.rsa(key), key.isPSSOnly ? .rsaPSS : .rsa, .sha256, key.subjectPublicKeyInfo)
    }

    private init(
        _ kind: Kind, _ algorithm: SigningAlgorithm, _ digestAlgorithm: DigestAlgorithm,
        _ subjectPublicKeyInfo: [UInt8]
    ) {
        self.kind = kind
        self.algorithm = algorithm
        self.digestAlgorithm = digestAlgorithm
        self.subjectPublicKeyInfo = subjectPublicKeyInfo
    }

    /// The same key signing by another hash function, or RSA with the padding of PSS.
    ///
    /// - Parameters:
    ///   - digest: SHA-256, SHA-384 or SHA-512; anything else is unsupported.
    ///   - algorithm: one that the key is of the kind for; `nil`: as it is.
    public func signing(
        by digest: DigestAlgorithm, _ algorithm: SigningAlgorithm? = nil
    ) throws(CMSError) -> PrivateKey {
        let algorithm = algorithm ?? self.algorithm
        guard [.sha256, .sha384, .sha512].contains(digest), isFit(for: algorithm) else {
            throw CMSError(.unsupported, "\(algorithm) with \(digest) by this key")
        }
        return PrivateKey(kind, algorithm, digest, subjectPublicKeyInfo)
    }

    private func isFit(for algorithm: SigningAlgorithm) -> Bool {
        guard case .rsa(let key) = kind else { return algorithm == .ecdsa }
        return algorithm == .rsaPSS || algorithm == .rsa && !key.isPSSOnly
    }

    /// Two INTEGERs of one byte more than the curve's order in a SEQUENCE (RFC 3279 §2.2.3),
    /// or the length of the modulus.
    public var maximumSignatureByteCount: Int {
        switch kind {
        case .p256: 72
        case .p384: 104
        case .rsa(let key): key.modulusByteCount
        }
    }

    public func sign(_ bytes: [UInt8]) throws(CMSError) -> [UInt8] {
        switch digestAlgorithm {
        case .sha384: try sign(bytes, SHA384.hash(data: bytes))
        case .sha512: try sign(bytes, SHA512.hash(data: bytes))
        default: try sign(bytes, SHA256.hash(data: bytes))
        }
    }

    private func sign(_ bytes: [UInt8], _ digest: some Digest) throws(CMSError) -> [UInt8] {
        switch kind {
        case .p256(let key):
            try Self.made { try key.signature(for: digest).derRepresentation }
        case .p384(let key):
            try Self.made { try key.signature(for: digest).derRepresentation }
        case .rsa(let key):
            try key.sign(bytes, digestAlgorithm, pss: algorithm == .rsaPSS)
        }
    }

    public var description: String { "PrivateKey(\(algorithm))" }

    private static func made(_ signature: () throws -> Data) throws(CMSError) -> [UInt8] {
        do { return Array(try signature()) } catch {
            throw CMSError(.signingFailed, "\(error)")
        }
    }

    private static func read<Key>(_ key: () throws -> Key) throws(CMSError) -> Key {
        do { return try key() } catch { throw CMSError(.malformed, "not a private key") }
    }

    /// The algorithm, and the curve of an elliptic key.
    private static func algorithm(of pkcs8: [UInt8]) throws(CMSError) -> (OID, OID?) {
        var whole = DERReader(pkcs8[...])
        var info = try whole.next(DERTag.sequence, "PrivateKeyInfo").inside
        _ = try info.next(DERTag.integer, "its version")
        var identifier = try info.next(DERTag.sequence, "its algorithm").inside
        let algorithm = try OID(identifier.next())
        let curve = try identifier.nextIf(DERTag.objectIdentifier)
        return (algorithm, try curve.map { value throws(CMSError) in try OID(value) })
    }
}
