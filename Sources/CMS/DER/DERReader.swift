/// One value as it stands in the bytes; its inside is not looked at yet.
struct DERValue: Hashable, Sendable {
    let tag: UInt8
    let content: ArraySlice<UInt8>
    /// Identifier, length and content.
    let encoded: ArraySlice<UInt8>

    /// The values inside a constructed one.
    var inside: DERReader { DERReader(content) }
}

/// Reads values one after another, a level at a time: neither stack nor memory grows with what
/// hostile bytes nest, and what nobody asks for is never parsed.
struct DERReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func next() throws(CMSError) -> DERValue {
        let start = rest
        guard let tag = rest.popFirst() else { throw CMSError(.malformed, "a value is missing") }
        guard tag & 0x1F != 0x1F else { throw CMSError(.malformed, "a tag number over 30") }
        let count = try length()
        guard count <= rest.count else { throw CMSError(.malformed, "a value is cut short") }
        let content = rest.prefix(count)
        rest = rest.dropFirst(count)
        return DERValue(tag: tag, content: content, encoded: start.prefix(upTo: content.endIndex))
    }

    mutating func next(_ tag: UInt8, _ name: StaticString) throws(CMSError) -> DERValue {
        let value = try next()
        guard value.tag == tag else {
            throw CMSError(.unexpectedStructure, "\(name) is missing")
        }
        return value
    }

    /// The next value where it has this tag.
    mutating func nextIf(_ tag: UInt8) throws(CMSError) -> DERValue? {
        rest.first == tag ? try next() : nil
    }

    /// The next value where it is a time.
    mutating func nextTimeIf() throws(CMSError) -> DERValue? {
        try rest.first == DERTag.generalizedTime ? next() : nextIf(DERTag.utcTime)
    }

    /// More values in one than any signature, answer or certificate has. Two bytes make a value
    /// and reading it takes a hundred: without a limit hostile bytes would buy memory cheaply.
    static let countLimit = 10_000

    /// All values to the end.
    mutating func remaining() throws(CMSError) -> [DERValue] {
        var values: [DERValue] = []
        while !isAtEnd {
            guard values.count < Self.countLimit else {
                throw CMSError(.tooLarge, "more than \(Self.countLimit) values in one")
            }
            values.append(try next())
        }
        return values
    }

    func finish(_ name: StaticString) throws(CMSError) {
        guard isAtEnd else { throw CMSError(.unexpectedStructure, "\(name) has too many parts") }
    }

    // X.690 §10.1: definite, in as few octets as possible.
    private mutating func length() throws(CMSError) -> Int {
        guard let first = rest.popFirst() else { throw CMSError(.malformed, "a length is missing") }
        guard first >= 0x80 else { return Int(first) }
        let octetCount = Int(first & 0x7F)
        guard (1...4).contains(octetCount), rest.count >= octetCount else {
            throw CMSError(.malformed, "an indefinite or excessive length")
        }
        let length = rest.prefix(octetCount).reduce(0) { $0 << 8 | Int($1) }
        guard rest.first != 0, length >= 0x80 else {
            throw CMSError(.malformed, "a length longer than it needs to be")
        }
        rest = rest.dropFirst(octetCount)
        return length
    }
}
