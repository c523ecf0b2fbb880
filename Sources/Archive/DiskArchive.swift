public import Domain
import Durability
import Glibc
import Synchronization

/// Blobs as files named by their SHA-256. A name appears only when its bytes are on the disk,
/// and what stands under a name never changes.
public struct DiskArchive: Archive {
    public let scratchFolder: String
    private let folders: BlobFolders
    private let steps: DiskSteps

    /// Opens the archive in a folder, which is made if absent (its parent must exist).
    public init(folder: String) throws {
        try self.init(folder: folder, steps: DiskSteps())
    }

    init(folder: String, steps: DiskSteps) throws {
        scratchFolder = "\(folder)/scratch"
        folders = BlobFolders(root: "\(folder)/blobs", steps: steps)
        self.steps = steps
        for path in [folder, scratchFolder, "\(folder)/blobs"] { try makeFolder(path) }
        try DurableFile.flushFolder(of: scratchFolder)
    }

    /// Removes what was in the making when the server stopped. Only for the process that holds
    /// the data directory's lock, before it takes work.
    public func sweepScratch() {
        removeContents(of: scratchFolder)
    }

    public func draft() async throws -> any BlobDraft {
        try await DiskDraft(in: self)
    }

    public func read(
        _ blob: Blob, _ range: Range<Int>
    ) -> any AsyncSequence<[UInt8], any Error> & Sendable {
        BlobBytes(blob: blob, path: folders.path(of: blob.hash), range: range)
    }

    public func path(of blob: Blob) async throws -> String {
        let path = folders.path(of: blob.hash)
        guard let byteCount = byteCount(at: path) else { throw ArchiveFault.missing(blob) }
        guard byteCount == blob.byteCount else {
            throw ArchiveFault.damaged(blob, byteCount: byteCount)
        }
        return path
    }

    public func adopt(_ path: String) async throws -> Blob {
        guard path.hasPrefix("\(scratchFolder)/"), !path.contains("/../") else {
            throw ArchiveFault.notInScratch(path)
        }
        return try await FoundFile(path: path).adopted(by: self)
    }

    /// Brings a draft's bytes to the disk, then gives it the name of its content.
    func keep(_ draft: String, open file: Int32, as blob: Blob) throws {
        try check(steps.flush(file), "fsync", draft)
        try folders.make(for: blob.hash)
        let path = folders.path(of: blob.hash)
        guard byteCount(at: path) == blob.byteCount else { return try steps.name(draft, path) }
        unlink(draft)
        // Whoever named it may not have flushed the name yet.
        try steps.flushFolder(path)
    }
}

/// Removes the files in a folder and the folders in it, as far as it can.
private func removeContents(of folder: String) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard name != ".", name != ".." else { continue }
        let path = "\(folder)/\(name)"
        guard unlink(path) != 0, errno == EISDIR else { continue }
        removeContents(of: path)
        rmdir(path)
    }
}
