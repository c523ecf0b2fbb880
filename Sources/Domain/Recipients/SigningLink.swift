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

/// Whose link it is.
public enum PartyID: Hashable, Codable, Sendable, CustomStringConvertible {
    case recipient(RecipientID)
    case author(UserID)

    public var description: String {
        switch self {
        case .recipient(let id): "\(id)"
        case .author(let id): "\(id)"
        }
    }
}

/// The secret from which links are derived.
public struct LinkKey: Sendable {
    /// Has taken the key in already: every page and every answer derives several codes.
    private let keyed: HMAC<SHA256>

    public init(_ key: SymmetricKey) {
        keyed = HMAC(key: key)
    }

    /// 26 characters of Crockford's base 32: 128 bits of
    /// HMAC-SHA256(link key, document ‖ party ‖ round ‖ generation) (contract SignOK, Links).
    public func code(
        document: DocumentID, party: PartyID, round: Int, generation: Int
    ) -> String {
        let mac = mac(of: "\(document)|\(party)|\(round)|\(generation)")
        return Base32.encode(mac.withUnsafeBytes { Array($0.prefix(16)) })
    }

    func mac(of message: String) -> HMAC<SHA256>.MAC {
        var mac = keyed
        mac.update(data: Array(message.utf8))
        return mac.finalize()
    }

    func link(
        document: DocumentID, party: PartyID, round: Int, generation: Int
    ) -> SigningLink {
        let code = code(
            document: document, party: party, round: round, generation: generation)
        return SigningLink(generation: generation, hash: Self.hash(of: code))
    }

    /// What the store looks a visitor's code up by; the code is read in any case.
    public static func hash(of code: String) -> ContentHash {
        ContentHash(of: code.lowercased().utf8)
    }
}
