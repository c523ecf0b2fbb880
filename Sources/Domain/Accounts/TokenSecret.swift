/// The secret of a token: `tamga_`, 256 random bits in base 32, and a checksum, so that secret
/// scanners recognise it and a mistyped one is refused without asking the store.
public struct TokenSecret: Hashable, Sendable {
    public let text: String

    public init(random: [UInt8]) {
        let body = Base32.encode(random)
        text = Self.prefix + body + Self.checksum(of: body)
    }

    /// `nil` unless prefix, length and checksum are right.
    public init?(_ text: String) {
        let body = text.dropFirst(Self.prefix.count).dropLast(6)
        guard text.hasPrefix(Self.prefix), body.utf8.count == 52,
            text.hasSuffix(Self.checksum(of: String(body)))
        else { return nil }
        self.text = text
    }

    public var hash: ContentHash { ContentHash(of: text.utf8) }

    private static let prefix = "tamga_"

    private static func checksum(of body: String) -> String {
        String(Base32.encode(Array(ContentHash(of: body.utf8).bytes.prefix(4))).prefix(6))
    }
}
