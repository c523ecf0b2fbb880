import Foundation
import PDFCore
import PDFText

/// A PDF made of canvases, one a page, for outside judges to read.
struct Paper {
    static let size = Size(width: 400, height: 300)
    var shelf = FontShelf()
    private(set) var bytes: [UInt8] = []
    private(set) var tail: RevisionTail
    private static let pages = ObjectID(2)

    init() {
        let header = Array("%PDF-1.7\n".utf8)
        var update = IncrementalUpdate(
            after: RevisionTail(
                byteCount: header.count, endsWithEOL: true, startXref: 0, xrefKind: .table, size: 3,
                root: ObjectID(1)))
        update.set(ObjectID(1), to: ["Type": .name("Catalog"), "Pages": .reference(Self.pages)])
        update.set(Self.pages, to: ["Type": .name("Pages"), "Kids": [], "Count": 0])
        let finished = update.finish(newID: Array(repeating: 1, count: 16))
        // A first revision has no predecessor and begins with the free list's head.
        let text = String(decoding: finished.bytes, as: UTF8.self)
            .replacingOccurrences(of: "/Prev 0", with: "")
            .replacingOccurrences(of: "xref\n1 2\n", with: "xref\n0 3\n0000000000 65535 f\r\n")
        bytes = header + Array(text.utf8)
        tail = finished.tail
        tail.byteCount = bytes.count
    }

    /// Appends a revision whose pages show these canvases; returns its length.
    @discardableResult
    mutating func show(_ canvases: [ContentCanvas], size: Size = Self.size) throws -> Int {
        var update = IncrementalUpdate(after: tail)
        var kids: [PDFObject] = []
        for canvas in canvases {
            let content = try canvas.content(on: &shelf, into: &update)
            let (page, stream) = (update.allocate(), update.allocate())
            update.set(stream, toStream: content.stream.dictionary, body: content.stream.body)
            update.set(
                page,
                to: [
                    "Type": .name("Page"), "Parent": .reference(Self.pages),
                    "MediaBox": .numbers([0, 0, size.width, size.height]),
                    "Resources": .dictionary(content.resources), "Contents": .reference(stream),
                ])
            kids.append(.reference(page))
        }
        let count = PDFObject.integer(kids.count)
        update.set(
            Self.pages, to: ["Type": .name("Pages"), "Kids": .array(kids), "Count": count])
        let finished = update.finish(newID: Array(repeating: 2, count: 16))
        bytes += finished.bytes
        tail = finished.tail
        return finished.bytes.count
    }

    /// Runs a command on the file (`{}` in its arguments) and returns what it printed.
    func run(_ arguments: String...) throws -> Judgement {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appending(path: "tamga-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Judgement(arguments.map { $0 == "{}" ? file.path : $0 })
    }

    /// The text as poppler extracts it, without line ends.
    func text() throws -> String {
        try run("pdftotext", "-layout", "{}", "-").output
            .split(whereSeparator: { $0.isNewline || $0 == "\u{0C}" }).joined(separator: "\n")
    }
}

/// An outside program's verdict.
struct Judgement {
    let status: Int32
    let output: String

    init(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}
