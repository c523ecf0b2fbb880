/// Bytes as a key of dictionaries and sets: an array of them hashes one element after another,
/// which for certificates and revocation lists costs more than reading them.
struct ByteKey: Hashable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
