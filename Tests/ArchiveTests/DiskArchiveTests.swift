import Archive
import Domain
import Foundation
import Testing

@Suite struct DiskArchiveTests {
    private let folder: TestFolder
    private let archive: DiskArchive

    init() throws {
        folder = try TestFolder()
        archive = try DiskArchive(folder: folder.path)
    }

    @Test("what was stored is read again")
    func roundTrip() async throws {
        let blob = try await archive.store(sample(1_000))
        #expect(try await read(blob, 0..<1_000) == sample(1_000))
    }

    @Test("a blob is named by the SHA-256 of its bytes")
    func naming() async throws {
        let blob = try await archive.store(Array("abc".utf8))
        #expect(
            blob.hash.description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let path = try await archive.path(of: blob)
        #expect(path == "\(folder.path)/blobs/ba/78/\(blob.hash)")
    }

    @Test("no bytes at all are a blob too")
    func empty() async throws {
        let blob = try await archive.store([])
        #expect(blob.byteCount == 0)
        #expect(try await read(blob, 0..<0) == [])
    }

    @Test("the same bytes twice are one file")
    func twice() async throws {
        let first = try await archive.store(sample(10))
        let second = try await archive.store(sample(10))
        #expect(first == second)
        #expect(folder.files.count == 1)
    }

    @Test("many writers of the same and of other bytes leave one file for each content")
    func concurrentWriters() async throws {
        let blobs = try await withThrowingTaskGroup(of: Blob.self) { group in
            for number in 0..<64 {
                group.addTask { try await archive.store(sample(5_000 + number % 4)) }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(blobs.count == 4)
        #expect(folder.files.count == 4)
    }

    @Test(
        "a range is exactly that range",
        arguments: [
            0..<1, 262_143..<262_145, 262_144..<524_288, 1..<700_000, 699_999..<700_000, 5..<5,
        ])
    func ranges(range: Range<Int>) async throws {
        let bytes = sample(700_000)
        let blob = try await archive.store(bytes)
        #expect(try await read(blob, range) == Array(bytes[range]))
    }

    @Test("pieces are at most 256 KiB")
    func pieces() async throws {
        let blob = try await archive.store(sample(700_000))
        var sizes: [Int] = []
        for try await piece in archive.read(blob, 0..<700_000) { sizes.append(piece.count) }
        #expect(sizes == [262_144, 262_144, 175_712])
    }

    @Test("bytes written in many pieces are one blob")
    func streaming() async throws {
        let draft = try await archive.draft()
        for piece in stride(from: 0, to: 3_000, by: 7) {
            try await draft.write(Array(sample(3_000)[piece..<min(piece + 7, 3_000)]))
        }
        #expect(
            try await draft.commit() == Blob(hash: ContentHash(of: sample(3_000)), byteCount: 3_000)
        )
    }

    @Test("a range beyond the end is a fault")
    func beyond() async throws {
        let blob = try await archive.store(sample(10))
        await #expect(throws: ArchiveFault.outOfRange(blob, 5..<11)) {
            try await read(blob, 5..<11)
        }
    }

    @Test("a missing blob is a fault")
    func missing() async throws {
        let blob = Blob(hash: ContentHash(of: sample(3)), byteCount: 3)
        await #expect(throws: ArchiveFault.missing(blob)) { try await read(blob, 0..<3) }
        await #expect(throws: ArchiveFault.missing(blob)) { try await archive.path(of: blob) }
    }

    @Test("a short file is a fault, and storing the bytes again heals it")
    func healing() async throws {
        let blob = try await archive.store(sample(100))
        let path = try await archive.path(of: blob)
        try Data(sample(60)).write(to: URL(fileURLWithPath: path))
        await #expect(throws: ArchiveFault.damaged(blob, byteCount: 60)) {
            try await read(blob, 0..<100)
        }
        _ = try await archive.store(sample(100))
        #expect(try await read(blob, 0..<100) == sample(100))
    }

    @Test("a discarded draft leaves nothing")
    func discarded() async throws {
        let draft = try await archive.draft()
        try await draft.write(sample(10))
        await draft.discard()
        #expect(folder.files == [])
        await #expect(throws: ArchiveFault.draftClosed) { try await draft.commit() }
    }

    @Test("a forgotten draft leaves nothing")
    func forgotten() async throws {
        var draft: (any BlobDraft)? = try await archive.draft()
        try await draft?.write(sample(10))
        draft = nil
        #expect(folder.files == [])
    }

    @Test("a child's file is moved into the archive")
    func adopting() async throws {
        let path = try folder.write(sample(300_000), as: "scratch/made.pdf")
        let blob = try await archive.adopt(path)
        #expect(try await read(blob, 0..<300_000) == sample(300_000))
        #expect(folder.files.count == 1)
    }

    @Test("only files of the scratch folder are adopted")
    func foreignFile() async throws {
        let path = try folder.write(sample(3), as: "elsewhere")
        await #expect(throws: ArchiveFault.notInScratch(path)) { try await archive.adopt(path) }
    }

    @Test("what was in the making when the server died is swept, blobs are not")
    func sweeping() async throws {
        let blob = try await archive.store(sample(4))
        _ = try folder.write(sample(9), as: "scratch/left.draft")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/scratch/job", withIntermediateDirectories: true)
        _ = try folder.write(sample(9), as: "scratch/job/base.pdf")
        let next = try DiskArchive(folder: folder.path)
        next.sweepScratch()
        #expect(folder.files.count == 1)
        #expect(try await next.path(of: blob) == archive.path(of: blob))
    }

    private func read(_ blob: Blob, _ range: Range<Int>) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in archive.read(blob, range) { bytes += piece }
        return bytes
    }
}

/// Bytes that differ by place and by length.
func sample(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8 &+ count) }
}
