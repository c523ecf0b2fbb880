/// Where a signer's browser goes afterwards: an absolute https address, http for this machine
/// alone (contract SignOK, row 17).
public struct RedirectAddress: Equatable, Sendable {
    public let text: String

    public static let limit = 2_048

    /// `nil` for any other address, and for one with white space, controls or a user's name in
    /// it.
    public init?(_ text: String) {
        guard text.count <= Self.limit,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" }),
            let host = Self.host(of: text), !host.isEmpty, host.allSatisfy(Self.isHostPart)
        else { return nil }
        guard text.lowercased().hasPrefix("https://") || Self.isLoopback(host) else { return nil }
        self.text = text
    }

    public var origin: RedirectOrigin {
        RedirectOrigin(scheme: text.prefix { $0 != ":" }, authority: Self.host(of: text) ?? "")
    }

    private static func host(of text: String) -> Substring? {
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, ["https", "http"].contains(parts[0].lowercased()) else {
            return nil
        }
        return parts[1].prefix { !"/?#".contains($0) }
    }

    /// Letters of any script, digits, and what addresses and ports are written with.
    private static func isHostPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-.:[]".contains(character)
    }

    private static func isLoopback(_ authority: Substring) -> Bool {
        if authority.hasPrefix("[::1]") {
            return ["", ":"].contains(authority.dropFirst(5).prefix(1))
        }
        let host = authority.prefix { $0 != ":" }
        return host == "localhost" || host == "127.0.0.1"
    }
}
