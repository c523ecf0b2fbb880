import Foundation
import PDFCore
import Testing

@Suite("Byte sources")
struct ByteSourceTests {
    private func inFiles<R>(_ parts: [[UInt8]], _ body: ([String]) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = parts.indices.map { folder.appending(path: "\($0)") }
        for (path, part) in zip(paths, parts) { try Data(part).write(to: path) }
        return try body(paths.map { $0.path })
    }

    @Test("segments read as one file, also across their borders")
    func segments() throws {
        try inFiles([[1, 2, 3], [], [4, 5], [6]]) { paths in
            let source = try SegmentedSource(paths: paths)
            #expect(source.count == 6)
            #expect(try source.read(0..<6) == [1, 2, 3, 4, 5, 6])
            #expect(try source.read(2..<4) == [3, 4])
            #expect(try source.read(4..<5) == [5])
        }
    }

    @Test("what lies outside is refused", arguments: [-1..<1, 2..<4])
    func outside(range: Range<Int>) throws {
        try inFiles([[1, 2, 3]]) { paths in
            let source = try FileSource(path: paths[0])
            #expect(throws: PDFError(.input, "")) { try source.read(range) }
        }
    }

    @Test("a folder and a missing file are refused", arguments: ["/tmp", "/nowhere"])
    func noFile(path: String) {
        #expect(throws: PDFError(.input, "")) { try FileSource(path: path) }
    }

    @Test("windows cover the whole range in order")
    func windows() throws {
        let source = MemorySource(Array(0..<100))
        var seen: [[UInt8]] = []
        try source.forEachWindow(of: 5..<50, size: 20) { seen.append($0) }
        #expect(seen.map(\.count) == [20, 20, 5])
        #expect(seen.flatMap { $0 } == Array(5..<50))
    }
}
