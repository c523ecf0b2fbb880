import Crypto
import Domain
import Glibc

/// A file in the scratch folder, hashed while it is written.
actor DiskDraft: BlobDraft {
    private nonisolated let executor = DiskExecutor()
    private let archive: DiskArchive
    nonisolated let path: String
    private var file: Int32?
    private var hasher = SHA256()
    private var byteCount = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(in archive: DiskArchive) async throws {
        self.archive = archive
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        path = "\(archive.scratchFolder)/\(name).draft"
        // Readable, never writable again: the mode counts for whoever opens it later.
        file = try check(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400), "open", path)
    }

    deinit {
        guard let file else { return }
        close(file)
        unlink(path)
    }

    func write(_ bytes: [UInt8]) throws {
        guard let file else { throw ArchiveFault.draftClosed }
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let count = Glibc.write(file, part.baseAddress, part.count)
                if count < 0 && errno == EINTR { continue }
                rest = rest.dropFirst(try check(count, "write", path))
            }
            hasher.update(bufferPointer: bytes)
        }
        byteCount += bytes.count
    }

    func commit() throws -> Blob {
        guard let file else { throw ArchiveFault.draftClosed }
        let blob = Blob(hash: ContentHash(hasher.finalize()), byteCount: byteCount)
        defer { end() }
        try archive.keep(path, open: file, as: blob)
        return blob
    }

    func discard() {
        end()
    }

    /// A draft that was kept has lost this name already. After a failed flush the file goes too:
    /// a second fsync would succeed without the bytes.
    private func end() {
        guard let file else { return }
        self.file = nil
        close(file)
        unlink(path)
    }
}
