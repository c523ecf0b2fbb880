import Domain
import Glibc
import Testing

@testable import Archive

/// Each storage step fails, before it did anything and after it did all.
@Suite struct FailingDiskTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    private struct Broken: Error, Equatable {}

    @Test("a failed flush fails the commit and leaves no blob and no draft")
    func failedFlush() async throws {
        var steps = DiskSteps()
        steps.flush = { _ in
            errno = EIO
            return -1
        }
        let archive = try DiskArchive(folder: folder.path, steps: steps)
        await #expect(throws: ArchiveFault.self) { try await archive.store(sample(10)) }
        #expect(folder.files == [])
    }

    @Test("a commit that dies before the name leaves no visible blob")
    func diedBeforeName() async throws {
        var steps = DiskSteps()
        steps.name = { _, _ in throw Broken() }
        let archive = try DiskArchive(folder: folder.path, steps: steps)
        await #expect(throws: Broken.self) { try await archive.store(sample(10)) }
        #expect(folder.files == [])
    }

    @Test("a commit that dies after the name was given can simply be repeated")
    func diedAfterName() async throws {
        let real = DiskSteps()
        var steps = real
        steps.name = { draft, path in
            try real.name(draft, path)
            throw Broken()
        }
        let archive = try DiskArchive(folder: folder.path, steps: steps)
        await #expect(throws: Broken.self) { try await archive.store(sample(10)) }
        let again = try await DiskArchive(folder: folder.path).store(sample(10))
        #expect(folder.files == ["blobs/\(fanOut(again))"])
    }

    @Test("a blob that another writer has named is flushed before it is reported")
    func foreignName() async throws {
        _ = try await DiskArchive(folder: folder.path).store(sample(10))
        var steps = DiskSteps()
        steps.flushFolder = { path in
            if path.contains("/blobs/") && path.count > 64 { throw Broken() }
        }
        let archive = try DiskArchive(folder: folder.path, steps: steps)
        await #expect(throws: Broken.self) { try await archive.store(sample(10)) }
    }

    private func fanOut(_ blob: Blob) -> String {
        let name = blob.hash.description
        return "\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
    }
}
