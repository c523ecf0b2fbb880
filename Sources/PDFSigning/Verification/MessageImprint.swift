import CMS

/// The digest that a timestamp token vouches for: the beginning of a TSTInfo (RFC 3161, 2.4.2).
struct MessageImprint {
    let algorithm: DigestAlgorithm
    let digest: [UInt8]

    /// From the DER of a TSTInfo; nil if it is none or names an unknown algorithm.
    init?(_ info: [UInt8]) {
        var outer = DERWalk(info[...])
        guard var fields = outer.enter(0x30), fields.value(0x02) != nil, fields.value(0x06) != nil,
            var imprint = fields.enter(0x30), var identifier = imprint.enter(0x30),
            let oid = identifier.value(0x06), let digest = imprint.value(0x04),
            let algorithm = Self.algorithms[Array(oid)], digest.count == algorithm.byteCount
        else { return nil }
        self.algorithm = algorithm
        self.digest = Array(digest)
    }

    /// By the content of the object identifier (RFC 8017, appendix B.1).
    private static let algorithms: [[UInt8]: DigestAlgorithm] = [
        [0x2B, 0x0E, 0x03, 0x02, 0x1A]: .sha1,
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]: .sha256,
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]: .sha384,
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]: .sha512,
    ]
}

/// One value after another of a DER encoding, as far as a timestamp needs it.
private struct DERWalk {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func enter(_ tag: UInt8) -> DERWalk? { value(tag).map(DERWalk.init) }

    /// The content of the next value if it has this tag.
    mutating func value(_ tag: UInt8) -> ArraySlice<UInt8>? {
        guard rest.popFirst() == tag, let length = length(), length <= rest.count else {
            return nil
        }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    private mutating func length() -> Int? {
        guard let first = rest.popFirst() else { return nil }
        if first < 0x80 { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...4).contains(count), rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
}
