public import CMS

extension CAdESSigner {
    /// Bytes left free behind the largest container expected: signatures vary by a few.
    private static let spareRoom = 64

    /// The room for /Contents, with a timestamp from `source` if there is one.
    public func contentsRoom(timestampedBy source: TokenSource? = nil) -> Int {
        let size = source.map { maximumByteCount(withTimestampOf: $0.tokenRoom) }
        return (size ?? maximumByteCount) + Self.spareRoom
    }

    /// The room for a container or token that turned out to have `measured` bytes: made anew, its
    /// signature may be longer.
    static func contentsRoom(measured: Int) -> Int { measured + spareRoom }

    /// A container with a timestamp over the signature value (EN 319 122-1 §5.3).
    public func sign(
        messageDigest: [UInt8], timestampedBy source: TokenSource
    ) async throws -> [UInt8] {
        let container = try SignedData(der: sign(messageDigest: messageDigest))
        let imprint = DigestAlgorithm.sha256.hash(container.signer.signature)
        return try container.adding(timestamp: try await source.token(over: imprint))
    }
}
