import FoundationEssentials

/// An address to connect to, read strictly and written anew: whoever reads it after us, the
/// client that connects above all, finds the host that was judged and no other.
struct OutboundURL: Hashable, Sendable {
    static let byteLimit = 2_048

    let text: String
    /// A name in lower case, or an address without brackets.
    let host: String
    /// Where the host is an address.
    let literal: IPAddress?

    init(_ given: String) throws(OutboundFailure) {
        guard given.utf8.count <= Self.byteLimit, var parts = URLComponents(string: given),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            parts.user == nil, parts.password == nil, let spelled = parts.encodedHost
        else { throw .malformedURL(String(given.prefix(Self.byteLimit))) }
        let host = Self.withoutBrackets(spelled.lowercased())
        literal = IPAddress(host)
        guard literal != nil || Self.isName(host) else { throw .malformedURL(given) }
        parts.scheme = scheme
        parts.encodedHost = spelled.lowercased()
        parts.fragment = nil
        guard let text = parts.string else { throw .malformedURL(given) }
        self.text = text
        self.host = host
    }

    private static func withoutBrackets(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    /// Letters, digits, hyphens and dots (RFC 1123 §2.1); internationalised names as A-labels.
    private static func isName(_ host: String) -> Bool {
        (1...253).contains(host.utf8.count)
            && host.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }
}
