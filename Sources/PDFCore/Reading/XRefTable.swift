/// Reads a cross-reference table (ISO 32000-2, 7.5.4): entries of exactly 20 bytes.
struct XRefTable {
    private var parser: ObjectParser
    private let limits: PDFLimits
    private var part: XRefPart

    init(_ source: any ByteSource, at offset: Int, limits: PDFLimits) {
        parser = ObjectParser(source, at: offset, limits: limits)
        self.limits = limits
        part = XRefPart(offset: offset, kind: .table)
    }

    /// The section with its trailer; `startxref` is not read yet.
    mutating func read() throws(PDFError) -> XRefPart {
        try parser.cursor.expect("xref", or: .crossReference)
        try parser.cursor.skipWhitespace()
        while let first = try parser.cursor.unsigned() {
            try readSubsection(first: first)
            try parser.cursor.skipWhitespace()
        }
        try parser.cursor.expect("trailer", or: .crossReference)
        guard let trailer = try parser.object().dictionary else { throw trouble("no trailer") }
        part.trailer = trailer
        part.end = parser.cursor.position
        return part
    }

    private func trouble(_ reason: String) -> PDFError {
        PDFError(.crossReference, reason, offset: parser.cursor.position)
    }

    private mutating func readSubsection(first: Int) throws(PDFError) {
        try parser.cursor.expect(" ", or: .crossReference)
        guard let count = try parser.cursor.unsigned() else { throw trouble("no count") }
        guard first <= 8_388_607, count <= limits.objects - part.entries.count else {
            throw PDFError(.limit, "more than \(limits.objects) objects")
        }
        while try parser.cursor.take(" ") {}
        try parser.cursor.skipEndOfLine()
        let start = parser.cursor.position
        let source = parser.cursor.source
        guard start + count * 20 <= source.count else { throw trouble("the table ends early") }
        try readEntries(try source.read(start..<start + count * 20), first: first)
        parser.cursor.seek(to: start + count * 20)
        part.subsections.append(first..<first + count)
    }

    private mutating func readEntries(_ bytes: [UInt8], first: Int) throws(PDFError) {
        part.entries.reserveCapacity(part.entries.count + bytes.count / 20)
        for start in stride(from: 0, to: bytes.count, by: 20) {
            guard let entry = Self.entry(bytes[start..<start + 20]) else {
                throw trouble("an entry that is not 20 bytes of the prescribed form")
            }
            let number = first + start / 20
            guard part.entries.updateValue(entry, forKey: number) == nil else {
                throw trouble("object \(number) listed twice in one section")
            }
        }
    }

    /// `nnnnnnnnnn ggggg n` and two bytes of end of line, nil if malformed.
    private static func entry(_ bytes: ArraySlice<UInt8>) -> XRefEntry? {
        let start = bytes.startIndex
        guard let offset = decimal(bytes[start..<start + 10]),
            let generation = decimal(bytes[start + 11..<start + 16]),
            bytes[start + 10] == 0x20, bytes[start + 16] == 0x20,
            [0x20, 0x0D].contains(bytes[start + 18]), [0x0A, 0x0D].contains(bytes[start + 19])
        else { return nil }
        switch bytes[start + 17] {
        case UInt8(ascii: "f"): return .free
        case UInt8(ascii: "n"): return .plain(offset: offset, generation: generation)
        default: return nil
        }
    }

    private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}
