/// Turns BER into DER as far as signatures need it: indefinite and overlong lengths, strings in
/// pieces (X.690 §8). Many signatures in documents are BER, although PAdES asks for DER; what was
/// signed is DER in any case (RFC 5652 §5.4).
///
/// What is DER already comes out as it went in.
struct BERDecoder {
    /// Deeper than a signature with a timestamp with certificates nests (17).
    private static let depthLimit = 48

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// What follows the first value, and that value in DER.
    static func decode(_ bytes: ArraySlice<UInt8>) throws(CMSError)
        -> (der: [UInt8], rest: ArraySlice<UInt8>)
    {
        var decoder = BERDecoder(bytes)
        let der = try decoder.next(depth: 0)
        return (der, decoder.rest)
    }

    private mutating func next(depth: Int) throws(CMSError) -> [UInt8] {
        guard depth < Self.depthLimit else { throw CMSError(.malformed, "nested too deep") }
        guard let tag = rest.popFirst(), tag & 0x1F != 0x1F, tag != 0 else {
            throw CMSError(.malformed, "a value is missing or has an odd tag")
        }
        let isConstructed = tag & 0x20 != 0
        guard let count = try length() else {
            guard isConstructed else { throw CMSError(.malformed, "a length is missing") }
            return try Self.value(tag, valuesToEndMark(depth))
        }
        let content = rest.prefix(count)
        rest = rest.dropFirst(count)
        guard isConstructed else { return DERWriter.value(tag, Array(content)) }
        var inside = BERDecoder(content)
        return try Self.value(tag, inside.values(depth))
    }

    private mutating func values(_ depth: Int) throws(CMSError) -> [UInt8] {
        var values: [UInt8] = []
        while !rest.isEmpty { values += try next(depth: depth + 1) }
        return values
    }

    private mutating func valuesToEndMark(_ depth: Int) throws(CMSError) -> [UInt8] {
        var values: [UInt8] = []
        while !rest.starts(with: [0, 0]) { values += try next(depth: depth + 1) }
        rest = rest.dropFirst(2)
        return values
    }

    // X.690 §8.7.3: an OCTET STRING in pieces is the pieces' octets, one after another.
    private static func value(_ tag: UInt8, _ values: [UInt8]) throws(CMSError) -> [UInt8] {
        guard tag == DERTag.octetString | 0x20 else { return DERWriter.value(tag, values) }
        var (pieces, octets) = (DERReader(values[...]), [UInt8]())
        while !pieces.isAtEnd {
            octets += try pieces.next(DERTag.octetString, "a piece of a string").content
        }
        return DERWriter.octetString(octets)
    }

    /// `nil`: indefinite.
    private mutating func length() throws(CMSError) -> Int? {
        guard let first = rest.popFirst() else { throw CMSError(.malformed, "a length is missing") }
        guard first != 0x80 else { return nil }
        let octets = first < 0x80 ? [first] : Array(rest.prefix(Int(first & 0x7F)))
        if first > 0x80 { rest = rest.dropFirst(octets.count) }
        guard octets.count <= 8, octets.count == (first < 0x80 ? 1 : Int(first & 0x7F)) else {
            throw CMSError(.malformed, "an excessive length")
        }
        let number = octets.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard number <= UInt64(rest.count) else {
            throw CMSError(.malformed, "a value is cut short")
        }
        return Int(number)
    }
}
