/// One immutable piece of a document's PDF: the base, or an incremental update on it.
public struct Revision: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// The file that every later version starts with.
        case base
        /// Certificate pages, fields and certification, made when the document is sent.
        case layout
        case signature(RecipientID)
        /// Chains and revocation lists of all signatures, once everybody has signed.
        case validationData
        /// The timestamp over all that precedes it.
        case documentTimestamp
    }

    public let round: Int
    /// From 0 within the round.
    public let number: Int
    public let kind: Kind
    public let blob: Blob

    public init(round: Int, number: Int, kind: Kind, blob: Blob) {
        self.round = round
        self.number = number
        self.kind = kind
        self.blob = blob
    }
}

/// All that the next signature needs to know of the file so far:
/// opaque here, made and read by the signing library, a cache that can be rebuilt.
public struct SigningContext: Equatable, Sendable {
    /// The round's last revision, which this describes.
    public let revision: Int
    public let bytes: [UInt8]
    /// SHA-256 and length of the whole file up to that revision.
    public let fileHash: ContentHash
    public let fileByteCount: Int

    public init(revision: Int, bytes: [UInt8], fileHash: ContentHash, fileByteCount: Int) {
        self.revision = revision
        self.bytes = bytes
        self.fileHash = fileHash
        self.fileByteCount = fileByteCount
    }
}
