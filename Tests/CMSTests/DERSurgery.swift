/// Taking DER apart and putting it together again, apart from the code under test.
enum DERSurgery {
    /// With the shortest length (X.690 §10.1).
    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        var rest = content.count
        while rest > 0 {
            octets.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        let isShort = content.count < 0x80
        return [tag] + (isShort ? [UInt8(content.count)] : [0x80 | UInt8(octets.count)] + octets)
            + content
    }

    /// Changes the list of values inside the value that the path leads to.
    static func edit(
        _ der: [UInt8], at path: [Int], _ change: (inout [[UInt8]]) -> Void
    ) -> [UInt8] {
        var values = inside(der)
        if let first = path.first {
            values[first] = edit(values[first], at: Array(path.dropFirst()), change)
        } else {
            change(&values)
        }
        return value(der[0], values.flatMap { $0 })
    }

    static func inside(_ der: [UInt8]) -> [[UInt8]] {
        var (rest, values) = (content(der), [[UInt8]]())
        while !rest.isEmpty {
            let count = byteCount(rest)
            values.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return values
    }

    private static func header(_ der: ArraySlice<UInt8>) -> (header: Int, content: Int) {
        let octets = Array(der.dropFirst().prefix(5))
        guard octets[0] >= 0x80 else { return (2, Int(octets[0])) }
        let lengths = octets[1...Int(octets[0] & 0x7F)]
        return (2 + lengths.count, lengths.reduce(0) { $0 << 8 | Int($1) })
    }

    private static func byteCount(_ der: ArraySlice<UInt8>) -> Int {
        let (header, content) = header(der)
        return header + content
    }

    private static func content(_ der: [UInt8]) -> ArraySlice<UInt8> {
        der.dropFirst(header(der[...]).header)
    }
}
