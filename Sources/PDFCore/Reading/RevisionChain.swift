/// Follows `startxref` and every `/Prev` back to the first section (ISO 32000-2, 7.5.5, 7.5.6).
struct RevisionChain {
    private let source: any ByteSource
    private let limits: PDFLimits

    init(_ source: any ByteSource, limits: PDFLimits) {
        self.source = source
        self.limits = limits
    }

    /// The revisions, oldest first.
    func revisions() throws(PDFError) -> [Revision] {
        var parts = try parts()
        var revisions: [Revision] = []
        if let pair = try linearizedPair(parts) {
            revisions.append(pair)
            parts.removeLast(2)
        }
        for part in parts.reversed() {
            let start = revisions.last?.range.upperBound ?? 0
            guard let closing = part.closing, closing.startXref == part.offset,
                part.offset >= start
            else {
                throw PDFError(
                    .crossReference, "no startxref naming this section follows", offset: part.end)
            }
            revisions.append(Revision(part, range: start..<closing.end))
        }
        return revisions
    }

    /// The sections, newest first.
    private func parts() throws(PDFError) -> [XRefPart] {
        var parts: [XRefPart] = []
        var entryCount = 0
        var next: Int? = try lastStartXref()
        while let offset = next {
            guard !parts.contains(where: { $0.offset == offset }) else {
                throw PDFError(.crossReference, "/Prev goes in a circle", offset: offset)
            }
            let part = try part(at: offset)
            parts.append(part)
            entryCount += part.entries.count
            guard parts.count <= limits.revisions, entryCount <= 4 * limits.objects else {
                throw PDFError(.limit, "too many cross-reference sections or entries")
            }
            next = try previous(of: part)
        }
        return parts
    }

    private func previous(of part: XRefPart) throws(PDFError) -> Int? {
        guard let previous = part.trailer["Prev"] else { return nil }
        guard let offset = previous.asInteger, offset > 0, offset < source.count else {
            throw PDFError(.crossReference, "/Prev is no place in the file", offset: part.offset)
        }
        return offset
    }

    /// A linearized file's last `startxref` names a section near its start, whose `/Prev` goes
    /// forward to the main section at the end (annex F.3).
    private func linearizedPair(_ parts: [XRefPart]) throws(PDFError) -> Revision? {
        guard let main = parts.last, let firstPage = parts.dropLast().last,
            firstPage.offset < main.offset
        else { return nil }
        // What follows the first-page section varies, and no reader looks at it.
        guard let closing = main.closing, closing.startXref == firstPage.offset,
            try isLinearized()
        else { throw PDFError(.crossReference, "/Prev goes forward", offset: firstPage.offset) }
        return Revision(firstPage: firstPage, main: main, end: closing.end)
    }

    /// Whether the first object says so.
    private func isLinearized() throws(PDFError) -> Bool {
        var parser = ObjectParser(source, limits: limits)
        try parser.cursor.skipWhitespaceAndComments()
        _ = try parser.header()
        return try parser.object().dictionary?["Linearized"] != nil
    }

    private func part(at offset: Int) throws(PDFError) -> XRefPart {
        var cursor = ByteCursor(source, at: offset)
        var part: XRefPart
        if try cursor.peek() == UInt8(ascii: "x") {
            var table = XRefTable(source, at: offset, limits: limits)
            part = try table.read()
            try addHybridEntries(to: &part)
        } else {
            var stream = XRefStream(source, at: offset, limits: limits)
            part = try stream.read()
        }
        part.closing = try closing(after: part.end)
        return part
    }

    /// Objects hidden from old readers are listed in `/XRefStm` and free in the table (7.5.8.4).
    private func addHybridEntries(to part: inout XRefPart) throws(PDFError) {
        guard let offset = part.trailer["XRefStm"]?.asInteger else { return }
        var stream = XRefStream(source, at: offset, limits: limits)
        part.entries.merge(try stream.read().entries) { table, hidden in
            table == .free ? hidden : table
        }
    }

    /// `startxref`, its number and `%%EOF`, or nil if something else stands there.
    private func closing(after end: Int) throws(PDFError) -> RevisionClosing? {
        var cursor = ByteCursor(source, at: end)
        // Some writers name themselves in a comment here.
        try cursor.skipWhitespaceAndComments()
        guard try cursor.take("startxref") else { return nil }
        try cursor.skipWhitespace()
        guard let offset = try cursor.unsigned() else {
            throw PDFError(.crossReference, "startxref without a number", offset: cursor.position)
        }
        try cursor.skipWhitespace()
        try cursor.expect("%%EOF", or: .crossReference)
        try cursor.skipEndOfLine()
        return RevisionClosing(startXref: offset, end: cursor.position)
    }

    /// The last `startxref`, which must stand in the last 1,024 bytes.
    private func lastStartXref() throws(PDFError) -> Int {
        let start = max(0, source.count - 1024)
        let bytes = try source.read(start..<source.count)
        let keyword = Array("startxref".utf8)
        let places = bytes.indices.reversed()
        guard let place = places.first(where: { bytes[$0...].starts(with: keyword) }),
            let closing = try closing(after: start + place)
        else { throw PDFError(.notPDF, "no startxref at the end of the file") }
        return closing.startXref
    }
}
