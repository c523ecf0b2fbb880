/// Immutable bytes in the archive, named by their SHA-256.
public struct Blob: Hashable, Codable, Sendable {
    public let hash: ContentHash
    public let byteCount: Int

    public init(hash: ContentHash, byteCount: Int) {
        self.hash = hash
        self.byteCount = byteCount
    }
}
