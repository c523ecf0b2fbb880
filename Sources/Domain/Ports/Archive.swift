/// Immutable bytes by content. What `commit` or `adopt` returned is durable: it survives a
/// power cut from then on.
public protocol Archive: Sendable {
    /// A place to write new bytes to.
    func draft() async throws -> any BlobDraft

    /// The bytes in pieces of at most 256 KiB, read as they are asked for. `range` must lie
    /// within the blob. A missing or short blob is a fault.
    func read(_ blob: Blob, _ range: Range<Int>) -> any AsyncSequence<[UInt8], any Error> & Sendable

    /// A file that holds exactly the blob, for a child process to read; not to be changed.
    func path(of blob: Blob) async throws -> String

    /// Moves a finished file (made by a child below ``scratchFolder``) into the archive.
    func adopt(_ path: String) async throws -> Blob

    /// A folder for files in the making, on the same disk as the archive where that matters.
    var scratchFolder: String { get }
}

/// Bytes on their way into the archive.
public protocol BlobDraft: Sendable {
    /// A file with what was written so far, for a child to read; gone once the draft is.
    var path: String { get }

    func write(_ bytes: [UInt8]) async throws
    /// Hash, flush, name: only then do the bytes exist.
    func commit() async throws -> Blob
    func discard() async
}

extension Archive {
    /// A small blob, whole.
    func bytes(of blob: Blob) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in read(blob, 0..<blob.byteCount) { bytes += piece }
        return bytes
    }

    /// Stores bytes that are at hand.
    public func store(_ bytes: [UInt8]) async throws -> Blob {
        let draft = try await draft()
        do {
            try await draft.write(bytes)
            return try await draft.commit()
        } catch {
            await draft.discard()
            throw error
        }
    }
}
