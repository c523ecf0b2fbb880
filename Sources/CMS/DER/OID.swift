/// An object identifier by its encoded content, so that any number fits (X.690 §8.19).
struct OID: Hashable, Sendable, CustomStringConvertible, ExpressibleByArrayLiteral {
    let content: [UInt8]

    init(arrayLiteral parts: UInt32...) {
        let arcs = [parts[0] * 40 + parts[1]] + parts.dropFirst(2)
        content = arcs.flatMap { Self.base128(UInt128($0)) }
    }

    /// From dotted decimal; arcs up to 128 bits, which those made of a UUID have (X.667).
    init?(dotted: String) {
        let parts = dotted.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let arcs = parts.compactMap { UInt128(String(decoding: $0, as: UTF8.self)) }
        guard arcs.count == parts.count, arcs.count >= 2, arcs[0] <= 2,
            arcs[1] < (arcs[0] == 2 ? UInt128.max - 80 : 40)
        else { return nil }
        content = ([arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2)).flatMap(Self.base128)
    }

    init(_ value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.objectIdentifier, let last = value.content.last, last < 0x80
        else { throw CMSError(.unexpectedStructure, "an object identifier is missing") }
        content = Array(value.content)
    }

    var der: [UInt8] { DERWriter.value(DERTag.objectIdentifier, content) }

    /// Dotted decimal; an arc over 128 bits is printed as `?`.
    var description: String {
        var arcs = Self.arcs(content)
        guard let first = arcs.first else { return "" }
        guard let number = UInt128(first) else { return arcs.joined(separator: ".") }
        let root = min(number / 40, 2)
        arcs.replaceSubrange(0..<1, with: ["\(root)", "\(number - root * 40)"])
        return arcs.joined(separator: ".")
    }

    private static func arcs(_ bytes: [UInt8]) -> [String] {
        var arcs: [String] = []
        var number: UInt128? = 0
        for byte in bytes {
            number = number.flatMap { $0 >> 121 == 0 ? $0 << 7 | UInt128(byte & 0x7F) : nil }
            guard byte < 0x80 else { continue }
            arcs.append(number.map { "\($0)" } ?? "?")
            number = 0
        }
        return arcs
    }

    private static func base128(_ number: UInt128) -> [UInt8] {
        var octets = [UInt8(number & 0x7F)]
        var rest = number >> 7
        while rest > 0 {
            octets.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return octets.reversed()
    }
}
