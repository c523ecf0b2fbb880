import Domain

/// A file that was sent to be looked at and is gone afterwards.
public struct LentFile: Sendable {
    public let name: String
    public let path: String
}

/// One file on its way into the archive. Small pieces are gathered, for a write costs a thread.
struct IncomingFile: Sendable {
    private static let gatheredByteCount = 256 * 1024
    /// Where a PDF says that it is one (contract LightDoc; ISO 32000-2 §7.5.2, note).
    private static let headByteCount = 1_024
    private static let nameLimit = 255

    let name: String
    private let isNamed: Bool
    private let requiresPDF: Bool
    private let archive: any Archive
    private var draft: (any BlobDraft)?
    private var gathered: [UInt8] = []
    private var head: [UInt8] = []
    private var byteCount = 0

    init(_ name: String?, number: Int, requiresPDF: Bool, archive: any Archive) {
        self.requiresPDF = requiresPDF
        isNamed = name?.isEmpty == false
        self.name =
            isNamed
            ? String((name ?? "").prefix(Self.nameLimit))
            : "file\(number)" + (requiresPDF ? ".pdf" : "")
        self.archive = archive
    }

    var isChosen: Bool { isNamed || byteCount > 0 }

    mutating func append(_ bytes: [UInt8]) async throws {
        byteCount += bytes.count
        if head.count < Self.headByteCount {
            head += bytes.prefix(Self.headByteCount - head.count)
            if head.count == Self.headByteCount { try requirePDF() }
        }
        gathered += bytes
        if gathered.count >= Self.gatheredByteCount { try await flush() }
    }

    mutating func end() async throws {
        try requirePDF()
        try await flush()
        head = []
    }

    func commit() async throws -> NewFile {
        guard let draft else { throw Refusal.notPDF(fileName: name) }
        return NewFile(name: name, blob: try await draft.commit())
    }

    func lent() throws(Refusal) -> LentFile {
        guard let draft else { throw .notPDF(fileName: name) }
        return LentFile(name: name, path: draft.path)
    }

    func discard() async {
        await draft?.discard()
    }

    private mutating func flush() async throws {
        guard !gathered.isEmpty else { return }
        let open: any BlobDraft
        if let draft { open = draft } else { open = try await archive.draft() }
        draft = open
        try await open.write(gathered)
        gathered = []
    }

    /// The part's declared type is not trusted.
    private func requirePDF() throws(Refusal) {
        guard requiresPDF else { return }
        let mark = Array("%PDF-".utf8)
        let isPDF = head.indices.dropLast(mark.count - 1).contains { index in
            head[index..<index + mark.count].elementsEqual(mark)
        }
        guard isPDF else { throw .notPDF(fileName: name) }
    }
}
