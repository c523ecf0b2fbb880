import Domain
import Glibc

/// The bytes of a blob, read piece by piece as they are asked for.
struct BlobBytes: AsyncSequence, Sendable {
    let blob: Blob
    let path: String
    let range: Range<Int>

    func makeAsyncIterator() -> Iterator {
        Iterator(reader: BlobReader(blob: blob, path: path, range: range))
    }

    struct Iterator: AsyncIteratorProtocol {
        let reader: BlobReader

        func next() async throws -> [UInt8]? {
            try await reader.next()
        }
    }
}

/// One reading of a blob; the descriptor is open from the first piece to the last.
actor BlobReader {
    private nonisolated let executor = DiskExecutor()
    private let blob: Blob
    private let path: String
    private var rest: Range<Int>
    private var file: Int32?

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    init(blob: Blob, path: String, range: Range<Int>) {
        self.blob = blob
        self.path = path
        rest = range
    }

    deinit {
        if let file { close(file) }
    }

    func next() throws -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        let file = try file ?? opened()
        self.file = file
        let count = Swift.min(rest.count, FilePiece.limit)
        let piece = try FilePiece.read(file, at: rest.lowerBound, upTo: count, path: path)
        guard piece.count == count else {
            throw ArchiveFault.damaged(blob, byteCount: rest.lowerBound + piece.count)
        }
        rest = rest.lowerBound + count..<rest.upperBound
        return piece
    }

    private func opened() throws -> Int32 {
        guard (0...blob.byteCount).contains(rest.lowerBound), rest.upperBound <= blob.byteCount
        else { throw ArchiveFault.outOfRange(blob, rest) }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 && errno == ENOENT { throw ArchiveFault.missing(blob) }
        return try check(file, "open", path)
    }
}
