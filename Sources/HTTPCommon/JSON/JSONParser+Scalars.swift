extension JSONParser {
    /// RFC 8259 §6.
    mutating func number() throws(RequestFailure) -> String {
        let start = index
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(RequestFailure) {
        let start = index
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > start else { throw malformed }
    }

    /// RFC 8259 §7; the bytes must be UTF-8.
    mutating func string() throws(RequestFailure) -> String {
        guard next == UInt8(ascii: "\"") else { throw malformed }
        index += 1
        var text = ""
        while true {
            text += try run()
            guard next == UInt8(ascii: "\\") else { break }
            index += 1
            text.unicodeScalars.append(try escape())
        }
        guard next == UInt8(ascii: "\"") else { throw malformed }
        index += 1
        return text
    }

    /// Bytes up to a quote or an escape.
    private mutating func run() throws(RequestFailure) -> String {
        let start = index
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20
        {
            index += 1
        }
        guard let text = String(validating: bytes[start..<index], as: UTF8.self) else {
            throw .malformedJSON(offset: start)
        }
        return text
    }

    private mutating func escape() throws(RequestFailure) -> Unicode.Scalar {
        guard let byte = next else { throw malformed }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw malformed
        }
    }

    /// One UTF-16 unit, or a surrogate pair written as two escapes. A lone surrogate is no text.
    private mutating func escapedScalar() throws(RequestFailure) -> Unicode.Scalar {
        let high = try unit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, bytes[index...].starts(with: "\\u".utf8) else { throw malformed }
        index += 2
        let low = try unit()
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(
                0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
        else { throw malformed }
        return scalar
    }

    private mutating func unit() throws(RequestFailure) -> UInt16 {
        guard bytes.count - index >= 4 else { throw malformed }
        var unit: UInt16 = 0
        for byte in bytes[index..<index + 4] {
            guard let digit = hexadecimalDigit(byte) else { throw malformed }
            unit = unit << 4 | UInt16(digit)
        }
        index += 4
        return unit
    }
}
