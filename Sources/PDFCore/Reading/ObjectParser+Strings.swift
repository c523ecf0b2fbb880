extension ObjectParser {
    /// A name, at its slash (ISO 32000-2, 7.3.5).
    mutating func name() throws(PDFError) -> PDFName {
        cursor.advance()
        let plain = try cursor.run(of: \.isRegular, atMost: 127) { characters in
            characters.contains(UInt8(ascii: "#")) ? nil : PDFName(bytes: characters)
        }
        if let plain { return plain }
        var bytes: [UInt8] = []
        while let byte = try cursor.peek(), byte.isRegular {
            cursor.advance()
            bytes.append(byte == UInt8(ascii: "#") ? try escapedByte() : byte)
        }
        return PDFName(bytes: bytes)
    }

    private mutating func escapedByte() throws(PDFError) -> UInt8 {
        guard let high = try cursor.next().flatMap(Hexadecimal.value),
            let low = try cursor.next().flatMap(Hexadecimal.value)
        else { throw trouble("# without two hexadecimal digits in a name") }
        return high << 4 | low
    }

    /// A hexadecimal string, at its `<`; an odd last digit stands for itself and 0 (7.3.4.3).
    mutating func hexadecimalString() throws(PDFError) -> [UInt8] {
        cursor.advance()
        var bytes: [UInt8] = []
        var high: UInt8?
        while let byte = try cursor.next(), byte != UInt8(ascii: ">") {
            guard !byte.isWhitespace else { continue }
            guard let digit = Hexadecimal.value(byte) else { throw trouble("not hexadecimal") }
            if let first = high { bytes.append(first << 4 | digit) }
            high = high == nil ? digit : nil
        }
        if let high { bytes.append(high << 4) }
        return bytes
    }

    /// A literal string, at its `(` (7.3.4.2); nested parentheses are counted, not recursed into.
    mutating func literalString() throws(PDFError) -> [UInt8] {
        cursor.advance()
        var bytes = try cursor.run(of: \.isPlainInString, atMost: 255) { Array($0) } ?? []
        var open = 1
        while let byte = try cursor.next() {
            switch byte {
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"): open -= 1
            case UInt8(ascii: "\\"):
                try appendEscape(to: &bytes)
                continue
            case 0x0D:
                // Any end of line is read as one LF.
                if try cursor.peek() == 0x0A { cursor.advance() }
                bytes.append(0x0A)
                continue
            default: break
            }
            if open == 0 { return bytes }
            bytes.append(byte)
        }
        throw trouble("the file ends in a string")
    }

    private mutating func appendEscape(to bytes: inout [UInt8]) throws(PDFError) {
        guard let byte = try cursor.next() else { return }
        switch byte {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case 0x0A: break
        case 0x0D: if try cursor.peek() == 0x0A { cursor.advance() }
        case UInt8(ascii: "0")...UInt8(ascii: "7"): bytes.append(try octal(first: byte))
        default: bytes.append(byte)
        }
    }

    /// One to three octal digits; overflow beyond a byte is ignored.
    private mutating func octal(first: UInt8) throws(PDFError) -> UInt8 {
        var value = first & 7
        for _ in 0..<2 {
            guard let byte = try cursor.peek(),
                (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte)
            else { break }
            value = value &<< 3 | (byte & 7)
            cursor.advance()
        }
        return value
    }
}

extension UInt8 {
    /// Whether it stands for itself in a literal string.
    fileprivate var isPlainInString: Bool {
        switch self {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"), 0x0D: false
        default: true
        }
    }
}
