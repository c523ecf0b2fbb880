/// Reads what ``CanonicalJSON/text`` wrote. Histories are read row by row with every detail, so no
/// general decoder stands between.
struct CanonicalJSONReader {
    /// Not as we write it.
    struct Malformed: Error, Equatable {
        let offset: Int
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func document() throws(Malformed) -> CanonicalJSON {
        let value = try value()
        guard index == bytes.count else { throw malformed }
        return value
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }
    private var malformed: Malformed { Malformed(offset: index) }

    private mutating func value() throws(Malformed) -> CanonicalJSON {
        switch next {
        case UInt8(ascii: "{"): .object(try members())
        case UInt8(ascii: "\""): .string(try string())
        default: .integer(try integer())
        }
    }

    private mutating func members() throws(Malformed) -> [String: CanonicalJSON] {
        var members: [String: CanonicalJSON] = [:]
        try skip("{")
        if next == UInt8(ascii: "}") {
            index += 1
            return members
        }
        while true {
            let key = try string()
            try skip(":")
            members[key] = try value()
            guard next == UInt8(ascii: ",") else { break }
            index += 1
        }
        try skip("}")
        return members
    }

    private mutating func integer() throws(Malformed) -> Int64 {
        let start = index
        while let byte = next, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) {
            index += 1
        }
        guard let number = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw malformed
        }
        return number
    }

    private mutating func string() throws(Malformed) -> String {
        try skip("\"")
        var text = ""
        while true {
            let start = index
            while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                index += 1
            }
            text += String(decoding: bytes[start..<index], as: UTF8.self)
            guard next == UInt8(ascii: "\\") else { break }
            index += 1
            text.unicodeScalars.append(try escaped())
        }
        try skip("\"")
        return text
    }

    /// The escapes of ``JSONString``.
    private mutating func escaped() throws(Malformed) -> Unicode.Scalar {
        guard let byte = next else { throw malformed }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "u"): return try control()
        default: throw malformed
        }
    }

    /// `\u001f`: nothing beyond the controls is written so.
    private mutating func control() throws(Malformed) -> Unicode.Scalar {
        let digits = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
        guard digits.utf8.count == 4, let value = UInt8(digits, radix: 16), value < 0x20 else {
            throw malformed
        }
        index += 4
        return Unicode.Scalar(value)
    }

    private mutating func skip(_ mark: Unicode.Scalar) throws(Malformed) {
        guard next == UInt8(ascii: mark) else { throw malformed }
        index += 1
    }
}
