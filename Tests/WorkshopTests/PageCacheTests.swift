import Foundation
import Synchronization
import TamgaTestKit
import Testing

@testable import Workshop

@Suite struct PageCacheTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("what exceeds the size goes, what was used for longest first")
    func eviction() async throws {
        let cache = try PageCache(folder: folder.path, byteLimit: 20_000)
        for number in 0..<40 {
            _ = try await cache.file("first", make: Self.make)
            _ = try await cache.file("\(number)", make: Self.make)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 20)
        #expect(names.contains("first") && names.contains("39") && !names.contains("3"))
    }

    @Test("a failed making leaves nothing and is tried again")
    func failure() async throws {
        struct Broken: Error {}
        let cache = try PageCache(folder: folder.path, byteLimit: 20_000)
        await #expect(throws: Broken.self) {
            try await cache.file("page") { path in
                try await Self.make(path)
                throw Broken()
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        _ = try await cache.file("page", make: Self.make)
    }

    @Test("files of an earlier run are used, half-made ones removed")
    func restart() async throws {
        try folder.write([1], as: "page")
        try folder.write([1], as: "other.draft")
        let cache = try PageCache(folder: folder.path, byteLimit: 20_000)
        let made = Mutex(0)
        _ = try await cache.file("page") { _ in made.withLock { $0 += 1 } }
        #expect(made.withLock { $0 } == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["page"])
    }

    private static let make: @Sendable (String) async throws -> Void = { path in
        try Data(repeating: 7, count: 1_000).write(to: URL(filePath: path))
    }
}
