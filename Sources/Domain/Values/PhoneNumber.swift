/// A telephone number as the contracts store it: digits alone for Korea (`01012345678`),
/// `+` and digits for elsewhere (contract SignOK, row 13; ITU-T E.164 §6).
public struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Accepts spaces, hyphens, dots and brackets, and the country code of Korea.
    /// `nil` for what is no telephone number.
    public init?(_ spelling: String) {
        let kept = spelling.filter { !$0.isWhitespace && !"-.()".contains($0) }
        let number = kept.hasPrefix("+82") ? Self.domestic(kept.dropFirst(3)) : kept
        guard Self.isDomestic(number) || Self.isInternational(number) else { return nil }
        text = number
    }

    public var description: String { text }

    /// The trunk prefix, which some write after the country code as well.
    private static func domestic(_ rest: Substring) -> String {
        rest.hasPrefix("0") ? String(rest) : "0\(rest)"
    }

    private static func isDomestic(_ number: String) -> Bool {
        number.hasPrefix("0") && (9...12).contains(number.count) && isDigits(number)
    }

    private static func isInternational(_ number: String) -> Bool {
        number.hasPrefix("+") && !number.hasPrefix("+0") && (9...16).contains(number.count)
            && isDigits(number.dropFirst())
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
