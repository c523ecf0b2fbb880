/// The three encodings of a text string (ISO 32000-2, 7.9.2.2).
public enum TextString {
    /// The text of the bytes of a string object; what cannot be decoded becomes U+FFFD.
    public static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes.dropFirst(2)) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return String(decoding: bytes.dropFirst(3), as: UTF8.self)
        }
        if bytes.allSatisfy(\.isPrintableASCII) { return String(decoding: bytes, as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(PDFDocEncoding.scalar(byte)) }
        return String(scalars)
    }

    /// ASCII without control characters is written as it is, anything else as UTF-16BE with its
    /// mark, which readers of every age understand.
    public static func encode(_ text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0.isPrintableASCII || [9, 10, 13].contains($0) }) {
            return Array(text.utf8)
        }
        return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    private static func decodeUTF16(_ bytes: ArraySlice<UInt8>) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        return withoutLanguageMarks(String(decoding: units, as: UTF16.self))
    }

    /// A language code may stand between two escape characters (7.9.2.2.2); it is not text.
    private static func withoutLanguageMarks(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{1B}") else { return text }
        var kept = String.UnicodeScalarView()
        var inMark = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" { inMark.toggle() } else if !inMark { kept.append(scalar) }
        }
        return String(kept)
    }
}

extension UInt8 {
    /// The same character in every encoding of a text string that has bytes.
    fileprivate var isPrintableASCII: Bool { (0x20..<0x7F).contains(self) }
}

/// PDFDocEncoding (ISO 32000-2, annex D.3): Latin-1 but for two stretches.
enum PDFDocEncoding {
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0x18...0x1F: Array("˘ˇˆ˙˝˛˚˜".unicodeScalars)[Int(byte) - 0x18]
        case 0x80...0xA0: upper[Int(byte) - 0x80]
        case 0x7F, 0xAD: "\u{FFFD}"
        default: Unicode.Scalar(byte)
        }
    }

    private static let upper = Array(
        "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{FFFD}€".unicodeScalars)
}
