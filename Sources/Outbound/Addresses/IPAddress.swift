import Glibc

/// An address of either family. One of IPv4 is the IPv6 address that it is mapped to (RFC 4291
/// §2.5.5.2): however it is spelled, it is the same value.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    let bits: UInt128

    private static let mappedPrefix: UInt128 = 0xFFFF

    init(bits: UInt128) {
        self.bits = bits
    }

    init(ipv4: UInt32) {
        bits = Self.mappedPrefix << 32 | UInt128(ipv4)
    }

    init(_ address: in6_addr) {
        bits = withUnsafeBytes(of: address) {
            UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self))
        }
    }

    /// Dotted decimal of four numbers, or any spelling of RFC 4291 §2.2, without brackets or zone.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        var (v4, v6) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(ipv4: UInt32(bigEndian: v4.s_addr))
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(v6)
        } else {
            return nil
        }
    }

    /// `nil` for what is IPv6 alone.
    var ipv4: UInt32? {
        bits >> 32 == Self.mappedPrefix ? UInt32(truncatingIfNeeded: bits) : nil
    }

    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        if let ipv4 {
            var address = in_addr(s_addr: ipv4.bigEndian)
            inet_ntop(AF_INET, &address, &text, socklen_t(text.count))
        } else {
            var address = bits.bigEndian
            inet_ntop(AF_INET6, &address, &text, socklen_t(text.count))
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
