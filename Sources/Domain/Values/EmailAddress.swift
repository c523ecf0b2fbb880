/// An e-mail address as it was written, compared without regard to case.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    /// The lower-case spelling by which a person is known.
    public let key: String

    /// `nil` unless the text is `local@domain` of printable characters, at most 254 bytes
    /// (RFC 5321 §4.5.3.1.3), so that it can neither break a header line nor name two people.
    public init?(_ text: String) {
        let parts = Self.parts(of: text[...], at: "@")
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), text.utf8.count <= 254,
            Self.isDotAtom(parts[0]), Self.isDomain(parts[1])
        else { return nil }
        self.text = text
        key = text.lowercased()
    }

    public var description: String { text }

    public static func == (left: Self, right: Self) -> Bool { left.key == right.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private static func parts(of text: Substring, at mark: Unicode.Scalar) -> [Substring] {
        text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
            .map(Substring.init)
    }

    private static func isDotAtom(_ text: Substring) -> Bool {
        parts(of: text, at: ".").allSatisfy { atom in
            !atom.isEmpty && atom.unicodeScalars.allSatisfy(isAtomText)
        }
    }

    private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "!", "#"..."'", "*", "+", "-", "/", "=", "?", "^"..."`", "{"..."~": true
        default: isLetterOrDigit(scalar)
        }
    }

    /// Digits of ASCII, letters of any script.
    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: !scalar.isASCII && scalar.properties.isAlphabetic
        }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        parts(of: text, at: ".").allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy { $0 == "-" || isLetterOrDigit($0) }
        }
    }
}

extension EmailAddress: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = EmailAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an e-mail address")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
