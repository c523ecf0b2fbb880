import COpenSSL

/// A hash function that signatures are made with.
public enum DigestAlgorithm: String, CaseIterable, Hashable, Sendable {
    case md5 = "MD5"
    case sha1 = "SHA1"
    case sha224 = "SHA224"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"
    /// GOST R 34.11-2012 (RFC 6986), where the ``GOSTEngine`` is installed.
    case streebog256 = "STREEBOG256"
    case streebog512 = "STREEBOG512"

    /// Length of a digest, in bytes.
    public var byteCount: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha224: 28
        case .sha256, .streebog256: 32
        case .sha384: 48
        case .sha512, .streebog512: 64
        }
    }

    /// Collisions can be made: nothing new may rest on it (ETSI TS 119 312).
    public var isWeak: Bool { self == .md5 || self == .sha1 }

    public var isStreebog: Bool { self == .streebog256 || self == .streebog512 }

    /// Whether digests can be computed on this machine.
    public var isAvailable: Bool { !isStreebog || GOSTEngine.isAvailable }

    /// Empty where it is not ``isAvailable``.
    public func hash(_ bytes: [UInt8]) -> [UInt8] { hash(bytes[...]) }

    public func hash(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard !isStreebog else { return streebog(bytes) }
        return bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: byteCount) { out, count in
                tamga_digest(Int32(byteCount), input.baseAddress, input.count, out.baseAddress)
                count = byteCount
            }
        }
    }
}

extension DigestAlgorithm {
    /// Nil for one that is not known, or not available, on this machine: what nobody can compute
    /// is never compared.
    init?(_ oid: OID) {
        guard let algorithm = Self.allCases.first(where: { $0.oid == oid }),
            algorithm.isAvailable
        else { return nil }
        self = algorithm
    }

    var oid: OID {
        switch self {
        case .md5: .md5
        case .sha1: .sha1
        case .sha224: .sha224
        case .sha256: .sha256
        case .sha384: .sha384
        case .sha512: .sha512
        case .streebog256: .streebog256
        case .streebog512: .streebog512
        }
    }

    private func streebog(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard var digest = Streebog(self) else { return [] }
        digest.update(bytes)
        return digest.value
    }

    /// RFC 5754 §2: without parameters.
    var identifier: [UInt8] { DERWriter.sequence(oid.der) }
}
