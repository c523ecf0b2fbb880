import CMS
import Crypto

/// A digest in progress, of any algorithm that signatures use; copying it forks it.
enum RunningDigest {
    case sha256(SHA256State)
    case sha384(SHA384)
    case sha512(SHA512)
    case sha1(Insecure.SHA1)
    case md5(Insecure.MD5)
    case streebog(Streebog)

    /// Nil for an algorithm that cannot be computed in pieces here.
    init?(_ algorithm: DigestAlgorithm) {
        switch algorithm {
        case .sha256: self = .sha256(SHA256State())
        case .sha384: self = .sha384(SHA384())
        case .sha512: self = .sha512(SHA512())
        case .sha1: self = .sha1(Insecure.SHA1())
        case .md5: self = .md5(Insecure.MD5())
        case .sha224: return nil
        case .streebog256, .streebog512:
            guard let digest = Streebog(algorithm) else { return nil }
            self = .streebog(digest)
        }
    }

    mutating func update(_ bytes: [UInt8]) {
        switch self {
        case .sha256(var state):
            state.update(bytes)
            self = .sha256(state)
        case .sha384(let hash): self = .sha384(Self.updated(hash, bytes))
        case .sha512(let hash): self = .sha512(Self.updated(hash, bytes))
        case .sha1(let hash): self = .sha1(Self.updated(hash, bytes))
        case .md5(let hash): self = .md5(Self.updated(hash, bytes))
        case .streebog(var digest):
            digest.update(bytes)
            self = .streebog(digest)
        }
    }

    private static func updated<H: HashFunction>(_ hash: H, _ bytes: [UInt8]) -> H {
        var hash = hash
        hash.update(data: bytes)
        return hash
    }

    var value: [UInt8] {
        switch self {
        case .sha256(let state): state.digest()
        case .sha384(let hash): Array(hash.finalize())
        case .sha512(let hash): Array(hash.finalize())
        case .sha1(let hash): Array(hash.finalize())
        case .md5(let hash): Array(hash.finalize())
        case .streebog(let digest): digest.value
        }
    }
}
