/// An attribute of a signerInfo (RFC 5652 §5.3), its values undecoded.
public struct Attribute: Hashable, Sendable {
    let oid: OID
    /// DER of each value.
    public let values: [[UInt8]]
    /// DER of the whole attribute.
    let encoded: [UInt8]

    /// Its type in dotted decimal.
    public var type: String { oid.description }

    init(_ value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "an attribute is missing")
        }
        var parts = value.inside
        oid = try OID(parts.next())
        values = try parts.next(DERTag.set, "an attribute's values").inside.all()
        try parts.finish("an attribute")
        encoded = Array(value.encoded)
    }

    /// The only value; ambiguous otherwise.
    func single() throws(CMSError) -> DERValue {
        guard values.count == 1 else {
            throw CMSError(.ambiguous, "attribute \(oid) has \(values.count) values")
        }
        var reader = DERReader(values[0][...])
        return try reader.next()
    }
}

extension [Attribute] {
    /// The attributes of a SET OF.
    init(_ set: DERValue) throws(CMSError) {
        var reader = set.inside
        self = try reader.remaining().map { value throws(CMSError) in try Attribute(value) }
    }

    /// None may occur twice among those that are signed (RFC 5652 §11).
    func refuseRepeated() throws(CMSError) {
        var seen: Set<OID> = []
        for attribute in self where !seen.insert(attribute.oid).inserted {
            throw CMSError(.ambiguous, "attribute \(attribute.oid) occurs twice")
        }
    }

    subscript(_ oid: OID) -> Attribute? { first { $0.oid == oid } }
}

extension DERReader {
    /// The encodings of all values to the end.
    func all() throws(CMSError) -> [[UInt8]] {
        var copy = self
        return try copy.remaining().map { Array($0.encoded) }
    }
}
