public import Domain

/// Why bytes could not be stored or read: always a fault, never an answer to a client.
public enum ArchiveFault: Error, Equatable, Sendable {
    /// The archive has no such blob, though something refers to it.
    case missing(Blob)
    /// The stored file is shorter or longer than its blob.
    case damaged(Blob, byteCount: Int)
    /// Bytes were asked for that the blob does not have.
    case outOfRange(Blob, Range<Int>)
    /// A file to adopt must lie in the scratch folder.
    case notInScratch(String)
    /// A draft takes bytes until it is committed or discarded.
    case draftClosed
    /// A step that the operating system refused; `code` is its errno.
    case refused(step: String, path: String, code: Int32)
}
