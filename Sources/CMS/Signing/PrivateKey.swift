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
    public let subjectPublicKeyInfo: [UInt8]

    /// - Parameter pkcs8: DER of a PrivateKeyInfo (RFC 5208 §5).
    public init(pkcs8: [UInt8]) throws(CMSError) {
        let (algorithm, curve) = try Self.algorithm(of: pkcs8)
        if algorithm == .rsaEncryption {
            self.init(try RSAKey(pkcs8: pkcs8))
        } else if algorithm == .ecPublicKey, curve == .p256 {
            self.init(try Self.read { try P256.Signing.PrivateKey(derRepresentation: pkcs8) })
        } else if algorithm == .ecPublicKey, curve == .p384 {
            self.init(try Self.read { try P384.Signing.PrivateKey(derRepresentation: pkcs8) })
        } else {
            throw CMSError(.unsupported, "private keys of \(algorithm)")
        }
    }

    private init(_ key: RSAKey) {
        kind = .rsa(key)
        subjectPublicKeyInfo = key.subjectPublicKeyInfo
    }

    public init(_ key: P384.Signing.PrivateKey) {
        kind = .p384(key)
        subjectPublicKeyInfo = Array(key.publicKey.derRepresentation)
    }

    public init(_ key: P256.Signing.PrivateKey) {
        kind = .p256(key)
        subjectPublicKeyInfo = Array(key.publicKey.derRepresentation)
    }

    public var algorithm: SigningAlgorithm {
        if case .rsa = kind { .rsa } else { .ecdsa }
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
        let digest = SHA256.hash(data: bytes)
        switch kind {
        case .p256(let key):
            return try Self.made { try key.signature(for: digest).derRepresentation }
        case .p384(let key):
            return try Self.made { try key.signature(for: digest).derRepresentation }
        case .rsa(let key): return try key.sign(bytes)
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
