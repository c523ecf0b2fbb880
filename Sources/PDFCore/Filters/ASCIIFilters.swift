/// The filters that write binary data as text (ISO 32000-2, 7.4.2 and 7.4.3).
enum ASCIIFilters {
    static func decodeHexadecimal(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        var output: [UInt8] = []
        var high: UInt8?
        for byte in bytes where !byte.isWhitespace {
            if byte == UInt8(ascii: ">") { break }
            guard let digit = Hexadecimal.value(byte) else {
                throw PDFError(.syntax, "a damaged ASCIIHex stream")
            }
            if let first = high { output.append(first << 4 | digit) }
            high = high == nil ? digit : nil
        }
        if let high { output.append(high << 4) }
        return output
    }

    static func decodeBase85(_ bytes: [UInt8], limit: Int) throws(PDFError) -> [UInt8] {
        var output: [UInt8] = []
        var group: [UInt8] = []
        for byte in bytes where !byte.isWhitespace {
            if byte == UInt8(ascii: "~") { break }
            if byte == UInt8(ascii: "z") && group.isEmpty {
                output += [0, 0, 0, 0]
            } else {
                guard (UInt8(ascii: "!")...UInt8(ascii: "u")).contains(byte) else {
                    throw PDFError(.syntax, "a damaged ASCII85 stream")
                }
                group.append(byte - UInt8(ascii: "!"))
                if group.count == 5 { output += try flush(&group) }
            }
            guard output.count <= limit else { throw PDFError(.limit, "a stream too large") }
        }
        return group.isEmpty ? output : output + (try flush(&group))
    }

    /// Five digits give four bytes; a short last group of n gives n - 1.
    private static func flush(_ group: inout [UInt8]) throws(PDFError) -> [UInt8] {
        let count = group.count
        group += Array(repeating: 84, count: 5 - count)
        let value = group.reduce(0) { $0 * 85 + Int($1) }
        group = []
        guard count > 1, value <= 0xFFFF_FFFF else {
            throw PDFError(.syntax, "a damaged ASCII85 stream")
        }
        return (0..<count - 1).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
}

/// Undoes `/RunLengthDecode` (7.4.5).
enum RunLength {
    static func decode(_ bytes: [UInt8], limit: Int) throws(PDFError) -> [UInt8] {
        var output: [UInt8] = []
        var position = 0
        while position < bytes.count, bytes[position] != 128 {
            let length = Int(bytes[position])
            let end = length < 128 ? position + 2 + length : position + 2
            guard end <= bytes.count else {
                throw PDFError(.syntax, "a damaged RunLength stream")
            }
            if length < 128 {
                output += bytes[position + 1..<end]
            } else {
                output += repeatElement(bytes[position + 1], count: 257 - length)
            }
            guard output.count <= limit else { throw PDFError(.limit, "a stream too large") }
            position = end
        }
        return output
    }
}
