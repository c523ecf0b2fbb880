/// Reads a cross-reference stream (ISO 32000-2, 7.5.8).
struct XRefStream {
    private let source: any ByteSource
    private let limits: PDFLimits
    private var part: XRefPart

    init(_ source: any ByteSource, at offset: Int, limits: PDFLimits) {
        self.source = source
        self.limits = limits
        part = XRefPart(offset: offset, kind: .stream)
    }

    /// The section, whose dictionary is its trailer; `startxref` is not read yet.
    mutating func read() throws(PDFError) -> XRefPart {
        var parser = ObjectParser(source, at: part.offset, limits: limits)
        guard (try? parser.header()) != nil else { throw trouble("no section is here") }
        guard case .stream(let dictionary, let start) = try parser.opening(),
            dictionary["Type"]?.name == "XRef"
        else { throw trouble("neither a table nor a cross-reference stream") }
        // Its length must be direct: nothing can be looked up yet (7.5.8.2).
        guard let length = dictionary["Length"]?.asInteger, length >= 0,
            length <= source.count - start
        else { throw trouble("a cross-reference stream without its length") }
        try parser.closeStream(at: start + length)
        part.trailer = dictionary
        part.end = parser.cursor.position
        try readRows(try source.read(start..<start + length))
        return part
    }

    private func trouble(_ reason: String) -> PDFError {
        PDFError(.crossReference, reason, offset: part.offset)
    }

    private mutating func readRows(_ body: [UInt8]) throws(PDFError) {
        let (widths, index) = (try widths(), try index())
        let rowLength = widths.reduce(0, +)
        let count = index.reduce(0) { $0 + $1.count }
        // A predictor puts a byte before each row; nothing else makes an honest section longer.
        let limit = min(limits.decodedBytes, count * (rowLength + 1) + Self.slack)
        let rows = try FilterChain(part.trailer).decode(body, limit: limit)
        var position = 0
        for range in index {
            guard range.count <= (rows.count - position) / rowLength else {
                throw trouble("a cross-reference stream shorter than its index")
            }
            for number in range {
                try add(rows[position..<position + rowLength], widths, number)
                position += rowLength
            }
        }
    }

    /// Bytes that may follow the rows.
    private static let slack = 64 * 1024

    private func widths() throws(PDFError) -> [Int] {
        let widths = part.trailer["W"]?.array?.compactMap(\.asInteger) ?? []
        guard widths.count == 3, widths.allSatisfy({ (0...8).contains($0) }), widths[1] > 0 else {
            throw trouble("a cross-reference stream without field widths")
        }
        return widths
    }

    private func index() throws(PDFError) -> [Range<Int>] {
        let size = part.trailer["Size"]?.asInteger ?? -1
        let numbers = part.trailer["Index"]?.array?.map { $0.asInteger ?? -1 } ?? [0, size]
        guard numbers.count % 2 == 0, numbers.allSatisfy({ (0...8_388_607).contains($0) }) else {
            throw trouble("a malformed index of a cross-reference stream")
        }
        let ranges = stride(from: 0, to: numbers.count, by: 2).map {
            numbers[$0]..<numbers[$0] + numbers[$0 + 1]
        }
        guard ranges.reduce(0, { $0 + $1.count }) <= limits.objects else {
            throw PDFError(.limit, "more than \(limits.objects) objects")
        }
        return ranges
    }

    private mutating func add(
        _ row: ArraySlice<UInt8>, _ widths: [Int], _ number: Int
    ) throws(PDFError) {
        let second = Self.bigEndian(row.dropFirst(widths[0]).prefix(widths[1]))
        let third = Self.bigEndian(row.suffix(widths[2]))
        let entry: XRefEntry? =
            // Without a first field every entry is of type 1 (table 17).
            switch widths[0] == 0 ? 1 : Self.bigEndian(row.prefix(widths[0])) {
            case 0: .free
            case 1: .plain(offset: second, generation: third)
            case 2: .compressed(stream: second, index: third)
            // Other types shall be read as references to null.
            default: nil
            }
        guard part.entries.updateValue(entry ?? .free, forKey: number) == nil else {
            throw trouble("object \(number) listed twice in one section")
        }
    }

    /// Eight bytes may say more than an Int holds: no file reaches that far.
    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        Int(exactly: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) ?? .max
    }
}
