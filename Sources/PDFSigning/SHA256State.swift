import COpenSSL

/// SHA-256 in progress: a value that can be copied, stored and taken up again at any byte.
///
/// A revision's state at its end lets the next signature hash only what it appends
/// (FIPS 180-4; the written form is described in COpenSSL's `shim.h`).
public struct SHA256State: Sendable {
    /// Length of `serialized`, in bytes.
    public static let serializedByteCount = Int(TAMGA_SHA256_STATE_SIZE)

    private var context = tamga_sha256()

    /// The state before the first byte.
    public init() {
        tamga_sha256_init(&context)
    }

    /// Takes up a state written by ``serialized``; nil when the bytes are not such a state.
    public init?(serialized: [UInt8]) {
        guard serialized.count == Self.serializedByteCount,
            tamga_sha256_import(&context, serialized) == 1
        else { return nil }
    }

    /// The state as ``serializedByteCount`` plain bytes, equal for equal input hashed.
    public var serialized: [UInt8] {
        withUnsafePointer(to: context) { state in
            [UInt8](unsafeUninitializedCapacity: Self.serializedByteCount) { out, count in
                guard let start = out.baseAddress else { return }
                tamga_sha256_export(state, start)
                count = Self.serializedByteCount
            }
        }
    }

    /// Number of bytes hashed so far.
    public var byteCount: UInt64 {
        (UInt64(context.Nh) << 32 | UInt64(context.Nl)) / 8
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        tamga_sha256_update(&context, bytes.baseAddress, bytes.count)
    }

    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    public mutating func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The 32-byte digest of all bytes so far; hashing may go on afterwards.
    public func digest() -> [UInt8] {
        var end = context
        return [UInt8](unsafeUninitializedCapacity: 32) { out, count in
            guard let start = out.baseAddress else { return }
            tamga_sha256_final(&end, start)
            count = 32
        }
    }
}

extension SHA256State: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.serialized == right.serialized
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(serialized)
    }
}

/// Coded as one string of lower-case hexadecimal digits.
extension SHA256State: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let digits = Array(try container.decode(String.self).utf8)
        let bytes = stride(from: 0, to: digits.count - digits.count % 2, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        guard bytes.count * 2 == digits.count, let state = Self(serialized: bytes) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a SHA-256 state")
        }
        self = state
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hexadecimal.lowercase(serialized))
    }
}
