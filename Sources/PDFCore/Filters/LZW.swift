/// Undoes `/LZWDecode` (ISO 32000-2, 7.4.4.2): codes of 9 to 12 bits, the highest bit first.
struct LZW {
    let earlyChange: Bool
    private static let clear = 256
    private static let end = 257

    func decode(_ bytes: [UInt8], limit: Int) throws(PDFError) -> [UInt8] {
        var output: [UInt8] = []
        /// Each sequence is a stretch of what was already written.
        var table: [Range<Int>] = []
        var previous: Range<Int>?
        var bits = BitReader(bytes)
        while let code = bits.next(width(table.count)), code != Self.end {
            if code == Self.clear {
                (table, previous) = ([], nil)
                continue
            }
            let start = output.count
            try append(code, table, previous, to: &output)
            guard output.count <= limit else {
                throw PDFError(.limit, "a stream decodes to more than \(limit) bytes")
            }
            // The new sequence is the previous one and the first byte of this one.
            if let previous, table.count < 4096 - 258 {
                table.append(previous.lowerBound..<previous.upperBound + 1)
            }
            previous = start..<output.count
        }
        return output
    }

    private func append(
        _ code: Int, _ table: [Range<Int>], _ previous: Range<Int>?, to output: inout [UInt8]
    ) throws(PDFError) {
        if code < 256 { return output.append(UInt8(code)) }
        let index = code - 258
        if index < table.count {
            output += output[table[index]]
        } else if index == table.count, let previous {
            output += output[previous]
            output.append(output[previous.lowerBound])
        } else {
            throw PDFError(.syntax, "a damaged LZW stream")
        }
    }

    private func width(_ sequences: Int) -> Int {
        switch 258 + sequences + (earlyChange ? 1 : 0) {
        case ..<512: 9
        case ..<1024: 10
        case ..<2048: 11
        default: 12
        }
    }
}

private struct BitReader {
    private let bytes: [UInt8]
    private var position = 0
    private var held = 0
    private var heldBits = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next(_ width: Int) -> Int? {
        while heldBits < width {
            guard position < bytes.count else { return nil }
            held = (held << 8 | Int(bytes[position])) & 0xFFFFFF
            position += 1
            heldBits += 8
        }
        heldBits -= width
        return held >> heldBits & (1 << width - 1)
    }
}
