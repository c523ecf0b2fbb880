import COpenSSL

/// A hash function that signatures are made with.
public enum DigestAlgorithm: String, CaseIterable, Hashable, Sendable {
    case md5 = "MD5"
    case sha1 = "SHA1"
    case sha224 = "SHA224"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"

    /// Length of a digest, in bytes.
    public var byteCount: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha224: 28
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// Collisions can be made: nothing new may rest on it (ETSI TS 119 312).
    public var isWeak: Bool { self == .md5 || self == .sha1 }

    public func hash(_ bytes: [UInt8]) -> [UInt8] { hash(bytes[...]) }

    public func hash(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: byteCount) { out, count in
                tamga_digest(Int32(byteCount), input.baseAddress, input.count, out.baseAddress)
                count = byteCount
            }
        }
    }
}

extension DigestAlgorithm {
    init?(_ oid: OID) {
        guard let algorithm = Self.allCases.first(where: { $0.oid == oid }) else { return nil }
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
        }
    }

    /// RFC 5754 §2: without parameters.
    var identifier: [UInt8] { DERWriter.sequence(oid.der) }
}
