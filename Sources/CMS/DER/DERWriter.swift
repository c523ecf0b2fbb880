/// DER of single values, put together from the inside out (X.690).
enum DERWriter {
    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag] + length(content.count) + content
    }

    static func sequence(_ parts: [UInt8]...) -> [UInt8] {
        value(DERTag.sequence, parts.flatMap { $0 })
    }

    /// X.690 §11.6: a SET OF stands in ascending order of its encodings.
    static func setOf(_ elements: [[UInt8]], tag: UInt8 = DERTag.set) -> [UInt8] {
        value(tag, elements.sorted(by: precedes).flatMap { $0 })
    }

    static func octetString(_ bytes: [UInt8]) -> [UInt8] {
        value(DERTag.octetString, bytes)
    }

    /// A non-negative INTEGER from its big-endian octets, in as few of them as possible.
    static func integer(magnitude: some Collection<UInt8>) -> [UInt8] {
        let octets = Array(magnitude.drop { $0 == 0 })
        guard let first = octets.first else { return value(DERTag.integer, [0]) }
        return value(DERTag.integer, first < 0x80 ? octets : [0] + octets)
    }

    static func integer(_ number: UInt64) -> [UInt8] {
        guard number >= 0x80 else { return [DERTag.integer, 1, UInt8(number)] }
        return integer(magnitude: withUnsafeBytes(of: number.bigEndian) { Array($0) })
    }

    static let isTrue: [UInt8] = [DERTag.boolean, 1, 0xFF]

    /// Whole octets of bits.
    static func bitString(_ bytes: [UInt8]) -> [UInt8] { value(DERTag.bitString, [0] + bytes) }

    /// `[number]` around a value.
    static func explicit(_ number: UInt8, _ inside: [UInt8]) -> [UInt8] {
        value(DERTag.context(number), inside)
    }

    static let null: [UInt8] = [DERTag.null, 0]

    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var octets: [UInt8] = []
        var rest = count
        while rest > 0 {
            octets.append(UInt8(rest & 0xFF))
            rest >>= 8
        }
        return [0x80 | UInt8(octets.count)] + octets.reversed()
    }

    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.lexicographicallyPrecedes(right)
    }
}
