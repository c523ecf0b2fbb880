/// What a key signs: bytes, or something of which only the digest is known.
enum SignedMessage {
    case bytes([UInt8])
    case digest([UInt8])

    /// - Parameter algorithm: the one that a known digest was made by.
    func digest(by algorithm: DigestAlgorithm) -> [UInt8] {
        switch self {
        case .bytes(let bytes): algorithm.hash(bytes)
        case .digest(let digest): digest
        }
    }
}
