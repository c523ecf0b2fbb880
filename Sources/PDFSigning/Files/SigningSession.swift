public import PDFCore

/// A file opened for signing: signed as often as needed, and then extended, without being read
/// again.
///
/// Opening reads the file once, in windows, to hash it and to check its structure. Every
/// signature after that costs what it appends. The file itself is never changed: what is to be
/// appended to it stands in ``updates``.
public struct SigningSession: Sendable {
    public let base: any ByteSource
    /// What the next update must know; validation data and document timestamps need no more.
    public private(set) var context: RevisionContext
    /// What was appended since the file was opened, in order.
    public private(set) var updates: [[UInt8]] = []
    var state: State

    /// What signing in fields needs beside the context.
    struct State: Sendable {
        let reader: PDFReader
        var history: SignatureHistory
        /// The full names of all fields.
        var names: Set<String>
        /// Pages that were signed on, but for the first, by their number.
        var pages: [Int: AnnotatedPage] = [:]
        var shownPages: [Int: ShownPage] = [:]
        /// The containers of signatures made since the file was opened, by field.
        var containers: [String: [UInt8]] = [:]
        /// The drawings that the file has already, by their stamp's objects.
        var drawings: [(group: ObjectGroup, id: ObjectID)] = []
    }

    /// - Throws: ``SigningError/notClean(_:)`` for a file that is to be normalised first,
    ///   ``SigningError/unsuitableBase(_:)`` for one that cannot be signed, and `PDFError`.
    public init(_ base: any ByteSource, limits: PDFLimits = PDFLimits()) throws {
        let reader = try Self.reader(of: base, limits)
        let fields = try reader.fields()
        try Self.check(reader)
        var reading = BaseReading(reader)
        try reading.run()
        self.base = base
        let firstPage = try reader.pages(prefix: 1).first
        context = RevisionContext(
            structure: try RevisionStructure(of: reader, fields: fields, firstPage: firstPage),
            digest: reading.digest)
        state = State(
            reader: reader, history: try SignatureHistory(of: fields, in: reader),
            names: Set(fields.map(\.name)))
        state.shownPages[0] = firstPage.map { ShownPage($0) }
    }

    /// Takes an update with a signature, whose container is remembered.
    mutating func append(_ update: RevisionDelta, holding container: [UInt8], in field: String) {
        state.containers[field] = container
        append(update)
    }

    private static func reader(
        of base: any ByteSource, _ limits: PDFLimits
    ) throws(PDFError) -> PDFReader {
        // A small file is read at once: its structure is visited in many little steps.
        guard base.count <= 1 << 18 else { return try PDFReader(base, limits: limits) }
        return try PDFReader(MemorySource(try base.read(0..<base.count)), limits: limits)
    }

    private static func check(_ reader: PDFReader) throws {
        guard !reader.isEncrypted else { throw SigningError.unsuitableBase("encrypted") }
        let cleanness = Cleanness(structureOf: reader)
        guard cleanness.isClean else {
            throw SigningError.notClean(cleanness.reasons.map(\.words))
        }
        let form = try reader.acroForm()?.dictionary
        let needsRendering = try reader.resolve(try reader.catalog()["NeedsRendering"]).boolean
        if form?["XFA"] != nil, needsRendering == true {
            throw SigningError.unsuitableBase("a dynamic XFA form")
        }
    }

    /// Length of the file with all updates, in bytes.
    public var byteCount: Int { context.byteCount }

    /// Takes an update that was made on ``context``.
    public mutating func append(_ update: RevisionDelta) {
        updates.append(update.bytes)
        context = update.context
        state.names.formUnion(context.structure.signatures.map(\.field))
    }
}

extension SigningSession {
    /// The whole file with its updates, in order, in parts of at most `size` bytes of the base.
    public func forEachPart(
        of size: Int = 256 * 1024, _ body: ([UInt8]) throws -> Void
    ) throws {
        var start = 0
        while start < base.count {
            let part = try base.read(start..<min(base.count, start + max(1, size)))
            try body(part)
            start += part.count
        }
        for update in updates { try body(update) }
    }
}
