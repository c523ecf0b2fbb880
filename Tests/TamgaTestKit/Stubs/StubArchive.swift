public import Domain
import Synchronization

/// Blobs in memory, and what became of every draft.
public final class StubArchive: Archive {
    struct State: Sendable {
        var blobs: [ContentHash: [UInt8]] = [:]
        var openDrafts = 0
        var writeSizes: [Int] = []
    }

    let state = Mutex(State())

    public init() {}

    public var blobCount: Int { state.withLock { $0.blobs.count } }
    /// Neither committed nor discarded.
    public var openDraftCount: Int { state.withLock { $0.openDrafts } }
    public var writeSizes: [Int] { state.withLock { $0.writeSizes } }

    public func bytes(of blob: Blob) -> [UInt8]? { state.withLock { $0.blobs[blob.hash] } }

    public func draft() async throws -> any BlobDraft {
        state.withLock { $0.openDrafts += 1 }
        return StubDraft(archive: self)
    }

    /// In pieces of 7 bytes, so that joints are met.
    public func read(
        _ blob: Blob, _ range: Range<Int>
    ) -> any AsyncSequence<[UInt8], any Error> & Sendable {
        let bytes = bytes(of: blob)
        return AsyncThrowingStream<[UInt8], any Error> { continuation in
            guard let bytes, range.upperBound <= bytes.count else {
                return continuation.finish(throwing: StubFault("no such bytes"))
            }
            for start in stride(from: range.lowerBound, to: range.upperBound, by: 7) {
                continuation.yield(Array(bytes[start..<min(start + 7, range.upperBound)]))
            }
            continuation.finish()
        }
    }

    public func path(of blob: Blob) async throws -> String { throw StubFault("no files here") }
    public func adopt(_ path: String) async throws -> Blob { throw StubFault("no files here") }
    public var scratchFolder: String { "/nonexistent" }
}

/// A fault made on purpose.
public struct StubFault: Error {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }
}

private final class StubDraft: BlobDraft {
    let path = "/nonexistent"
    private let archive: StubArchive
    private let bytes = Mutex<[UInt8]>([])

    init(archive: StubArchive) {
        self.archive = archive
    }

    func write(_ bytes: [UInt8]) async throws {
        self.bytes.withLock { $0 += bytes }
        archive.state.withLock { $0.writeSizes.append(bytes.count) }
    }

    func commit() async throws -> Blob {
        let bytes = bytes.withLock { $0 }
        let hash = ContentHash(of: bytes)
        archive.state.withLock {
            $0.blobs[hash] = bytes
            $0.openDrafts -= 1
        }
        return Blob(hash: hash, byteCount: bytes.count)
    }

    func discard() async {
        archive.state.withLock { $0.openDrafts -= 1 }
    }
}
