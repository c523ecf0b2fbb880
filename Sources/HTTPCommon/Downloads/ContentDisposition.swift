/// The header that names a download (RFC 6266): an ASCII fallback, and the name itself.
public struct ContentDisposition: Sendable {
    public enum Kind: String, Sendable {
        case attachment, inline
    }

    public let text: String

    public init(_ kind: Kind = .attachment, fileName: String) {
        let name = String(String.UnicodeScalarView(fileName.unicodeScalars.map(Self.harmless)))
        text =
            "\(kind.rawValue); filename=\"\(Self.fallback(name))\"; "
            + "filename*=UTF-8''\(Self.encoded(name))"
    }

    /// An attachment for clients that decode the quoted name as part of an address; they know
    /// nothing of RFC 8187.
    public init(percentEncoded fileName: String) {
        let name = String(String.UnicodeScalarView(fileName.unicodeScalars.map(Self.harmless)))
        text = "attachment; filename=\"\(Self.encoded(name, asIs: "-._~"))\""
    }

    /// Folders and control characters have no place in a name.
    private static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let isControl = scalar.properties.generalCategory == .control
        return isControl || scalar == "/" || scalar == "\\" ? "_" : scalar
    }

    private static func fallback(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "%" ? $0 : "_" }))
    }

    /// `attr-char` of RFC 8187 §3.2.1 as it is, unless told otherwise.
    private static func encoded(_ name: String, asIs marks: String = "!#$&+-.^_`|~") -> String {
        let plain = Set((marks + "0123456789").utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = name.utf8.flatMap { byte -> [UInt8] in
            let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
            if plain.contains(byte) || isLetter { return [byte] }
            return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
