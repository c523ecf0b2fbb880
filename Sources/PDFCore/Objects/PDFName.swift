/// A name object (ISO 32000-2, 7.3.5), without its slash and with `#xx` resolved.
///
/// Names are bytes. `text` holds one Unicode scalar U+0000…U+00FF for each byte.
public struct PDFName: Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    public let text: String

    /// A name of these scalars as bytes; text beyond U+00FF becomes its UTF-8 bytes.
    public init(_ text: String) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let isBytes = isASCII || text.unicodeScalars.allSatisfy { $0.value <= 0xFF }
        self.text = isBytes ? text : Self.scalars(text.utf8)
    }

    public init(bytes: some Collection<UInt8>) { text = Self.scalars(bytes) }

    private static func scalars(_ bytes: some Collection<UInt8>) -> String {
        // Nearly all names are ASCII, which is read as it is.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }

    public init(stringLiteral text: String) { self.init(text) }

    public var bytes: [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
