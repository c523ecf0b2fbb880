import Crypto
import Domain
import Glibc

/// A finished file in the scratch folder that is to become a blob.
actor FoundFile {
    private nonisolated let executor = DiskExecutor()
    private let path: String

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(path: String) {
        self.path = path
    }

    func adopted(by archive: DiskArchive) throws -> Blob {
        let file = try check(open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), "open", path)
        defer { close(file) }
        try check(fchmod(file, 0o400), "chmod", path)
        let blob = try blob(of: file)
        try archive.keep(path, open: file, as: blob)
        return blob
    }

    private func blob(of file: Int32) throws -> Blob {
        var (hasher, byteCount) = (SHA256(), 0)
        while true {
            let piece = try FilePiece.read(file, at: byteCount, upTo: FilePiece.limit, path: path)
            guard !piece.isEmpty else { break }
            hasher.update(data: piece)
            byteCount += piece.count
        }
        return Blob(hash: ContentHash(hasher.finalize()), byteCount: byteCount)
    }
}

/// Reading of a file piece by piece.
enum FilePiece {
    /// Bytes read at once.
    static let limit = 256 * 1024

    /// As many bytes as were asked for, fewer only at the file's end.
    static func read(
        _ file: Int32, at offset: Int, upTo count: Int, path: String
    ) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                let got = pread(file, start + filled, count - filled, off_t(offset + filled))
                if got < 0 && errno == EINTR { continue }
                if try check(got, "read", path) == 0 { return }
                filled += got
            }
        }
    }
}
