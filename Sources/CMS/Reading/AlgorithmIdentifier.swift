/// An algorithm and its parameters (RFC 5280 §4.1.1.2).
struct AlgorithmIdentifier: Hashable, Sendable {
    let oid: OID
    let parameters: DERValue?

    init(_ value: DERValue) throws(CMSError) {
        guard value.tag == DERTag.sequence else {
            throw CMSError(.unexpectedStructure, "an algorithm is missing")
        }
        var parts = value.inside
        oid = try OID(parts.next())
        parameters = parts.isAtEnd ? nil : try parts.next()
    }
}

extension DERValue {
    /// Whether it is this object identifier; cheaper than reading one.
    func isOID(_ oid: OID) -> Bool {
        tag == DERTag.objectIdentifier && content.elementsEqual(oid.content)
    }

    func objectIdentifier() throws(CMSError) -> OID { try OID(self) }

    func octets() throws(CMSError) -> [UInt8] {
        guard tag == DERTag.octetString else {
            throw CMSError(.unexpectedStructure, "an octet string is missing")
        }
        return Array(content)
    }

    /// A non-negative INTEGER below 2³¹.
    func smallInteger() throws(CMSError) -> Int {
        guard tag == DERTag.integer, (1...4).contains(content.count), content.first ?? 0 < 0x80
        else { throw CMSError(.unsupported, "a number out of range") }
        return content.reduce(0) { $0 << 8 | Int($1) }
    }
}
