/// The secret of a token: `tamga_`, 256 random bits in base 32, and a checksum, so that secret
/// scanners recognise it and a mistyped one is refused without asking the store.
public struct TokenSecret: Hashable, Sendable {
    public let text: String

    public init(random: [UInt8]) {
        let body = Base32.encode(random)
        text = Self.prefix + body + Self.checksum(of: body.utf8)
    }

    /// `nil` unless prefix, length and checksum are right.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == Self.prefix.utf8.count + 58, bytes.starts(with: Self.prefix.utf8),
            bytes.suffix(6).elementsEqual(Self.checksum(of: bytes.dropLast(6).suffix(52)).utf8)
        else { return nil }
        self.text = text
    }

    public var hash: ContentHash { ContentHash(of: text.utf8) }

    private static let prefix = "tamga_"

    private static func checksum(of body: some Sequence<UInt8>) -> String {
        String(Base32.encode(Array(ContentHash(of: body).bytes.prefix(4))).prefix(6))
    }
}
