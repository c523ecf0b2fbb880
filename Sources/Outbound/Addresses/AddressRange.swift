/// Addresses that begin with the same bits (CIDR, RFC 4632).
public struct AddressRange: Hashable, Sendable {
    let first: IPAddress
    /// Counted in the 128 bits of ``IPAddress``.
    let prefixLength: Int

    /// `10.0.0.0/8`, `fd00::/8`, or one address. `nil` for any other text, and where bits after
    /// the prefix are set: whoever writes `10.1.2.3/8` means one of two things.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { return nil }
        let offset = address.ipv4 == nil || parts[0].contains(":") ? 0 : 96
        let length = parts.count == 1 ? 128 - offset : Int(parts[1]) ?? -1
        guard (0...(128 - offset)).contains(length) else { return nil }
        self.init(address, offset + length)
        guard first.bits << UInt128(prefixLength) == 0 || prefixLength == 128 else { return nil }
    }

    private init(_ first: IPAddress, _ prefixLength: Int) {
        self.first = first
        self.prefixLength = prefixLength
    }

    public func contains(_ address: IPAddress) -> Bool {
        (first.bits ^ address.bits) >> UInt128(128 - prefixLength) == 0
    }
}
