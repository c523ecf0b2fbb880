/// Which addresses the server may connect to when somebody else has chosen them.
///
/// Everything that is not plainly the public internet is refused: loopback, private networks,
/// link-local ones with their metadata services, shared address space, multicast, and whatever the
/// registries of special purposes name (RFC 6890). An administrator may allow ranges.
public struct AddressRules: Hashable, Sendable {
    public let allowed: [AddressRange]

    public init(allowing allowed: [AddressRange] = []) {
        self.allowed = allowed
    }

    /// For an address that the operator has named himself: nobody else has chosen it.
    public static let anywhere = AddressRules(allowing: [range("::/0")])

    public func permit(_ address: IPAddress) -> Bool {
        if allowed.contains(where: { $0.contains(address) }) { return true }
        if let carried = Self.translated(address) { return permit(carried) }
        return address.ipv4 == nil
            ? Self.unicast.contains(address) && !Self.specialIPv6.contains { $0.contains(address) }
            : !Self.specialIPv4.contains { $0.contains(address) }
    }

    /// The IPv4 address behind a translator's well-known prefix (RFC 6052 §2.1): how hosts of
    /// the old internet look from networks without it.
    private static func translated(_ address: IPAddress) -> IPAddress? {
        guard translator.contains(address) else { return nil }
        return IPAddress(ipv4: UInt32(truncatingIfNeeded: address.bits))
    }

    private static func range(_ text: StaticString) -> AddressRange {
        guard let range = AddressRange(text.description) else {
            preconditionFailure("\(text) is no range")
        }
        return range
    }

    private static let translator = range("64:ff9b::/96")

    /// Of IPv6 only this much is in use for hosts of the internet (RFC 4291 §2.4).
    private static let unicast = range("2000::/3")

    private static let specialIPv6 = [
        range("2001::/23"),  // IETF protocol assignments, Teredo among them
        range("2001:db8::/32"),  // documentation
        range("2002::/16"),  // 6to4, which carries any IPv4 address
        range("3fff::/20"),  // documentation
    ]

    private static let specialIPv4 = [
        range("0.0.0.0/8"), range("10.0.0.0/8"), range("100.64.0.0/10"), range("127.0.0.0/8"),
        range("169.254.0.0/16"), range("172.16.0.0/12"), range("192.0.0.0/24"),
        range("192.0.2.0/24"), range("192.88.99.0/24"), range("192.168.0.0/16"),
        range("198.18.0.0/15"), range("198.51.100.0/24"), range("203.0.113.0/24"),
        range("224.0.0.0/4"), range("240.0.0.0/4"),
        range("168.63.129.16"),  // a cloud's metadata service at a public address
    ]
}
