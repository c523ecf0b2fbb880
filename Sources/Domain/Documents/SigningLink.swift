public import Crypto

/// The link by which a recipient opens a document: the code itself is derived, never stored.
public struct SigningLink: Equatable, Sendable {
    /// Raised when the link is revoked; resending keeps it.
    public let generation: Int
    /// SHA-256 of the code: how a visitor's link is found.
    public let hash: ContentHash

    public init(generation: Int, hash: ContentHash) {
        self.generation = generation
        self.hash = hash
    }
}

/// The secret from which links are derived.
public struct LinkKey: Sendable {
    private let key: SymmetricKey

    public init(_ key: SymmetricKey) {
        self.key = key
    }

    /// 26 characters of Crockford's base 32: 128 bits of
    /// HMAC-SHA256(link key, document ‖ party ‖ round ‖ generation) (contract SignOK, Links).
    public func code(
        document: DocumentID, recipient: RecipientID, round: Int, generation: Int
    ) -> String {
        let message = "\(document)|\(recipient)|\(round)|\(generation)"
        let mac = HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: key)
        return Base32.encode(Array(Array(mac).prefix(16)))
    }

    func link(
        document: DocumentID, recipient: RecipientID, round: Int, generation: Int
    ) -> SigningLink {
        let code = code(
            document: document, recipient: recipient, round: round, generation: generation)
        return SigningLink(generation: generation, hash: Self.hash(of: code))
    }

    /// What the store looks a visitor's code up by; the code is read in any case.
    public static func hash(of code: String) -> ContentHash {
        ContentHash(of: code.lowercased().utf8)
    }
}
