/// Extensions as they stand in a certificate, a revocation list, an OCSP answer or a timestamp;
/// looked through when one is asked for (RFC 5280 §4.1.2.9).
struct ExtensionList: Hashable, Sendable {
    struct Value: Hashable, Sendable {
        let isCritical: Bool
        /// What the OCTET STRING holds.
        let content: ArraySlice<UInt8>

        /// The one value inside.
        func only() throws(CMSError) -> DERValue {
            var reader = DERReader(content)
            let value = try reader.next()
            try reader.finish("an extension's value")
            return value
        }
    }

    private let encoded: ArraySlice<UInt8>

    static let none = ExtensionList(encoded: [])

    private init(encoded: ArraySlice<UInt8>) { self.encoded = encoded }

    /// - Parameter sequence: SEQUENCE OF { id, critical DEFAULT FALSE, OCTET STRING }, under
    ///   whatever implicit tag.
    init(_ sequence: DERValue) { encoded = sequence.content }

    /// From the value of an explicit tag; none where that is not there.
    init(inside explicit: DERValue?) throws(CMSError) {
        guard var reader = explicit?.inside else {
            self = .none
            return
        }
        self.init(try reader.next(DERTag.sequence, "the extensions"))
        try reader.finish("the extensions")
    }

    var isEmpty: Bool { encoded.isEmpty }

    /// The extension of that name; ambiguous where it occurs twice (RFC 5280 §4.2).
    func find(_ oid: OID) throws(CMSError) -> Value? {
        var found: Value?
        try forEach { (name, value) throws(CMSError) in
            guard name.isOID(oid) else { return }
            guard found == nil else { throw CMSError(.ambiguous, "extension \(oid) occurs twice") }
            found = value
        }
        return found
    }

    /// RFC 5280 §5.2: what has a critical extension that is not understood must not be used.
    func refuseCritical(besides known: [OID]) throws(CMSError) {
        try forEach { (name, value) throws(CMSError) in
            guard value.isCritical, !known.contains(where: name.isOID) else { return }
            throw CMSError(.unsupported, "critical extension \(try OID(name))")
        }
    }

    private func forEach(_ body: (DERValue, Value) throws(CMSError) -> Void) throws(CMSError) {
        var reader = DERReader(encoded)
        while !reader.isAtEnd {
            var parts = try reader.next(DERTag.sequence, "an extension").inside
            let name = try parts.next(DERTag.objectIdentifier, "an extension's name")
            let critical = try parts.nextIf(DERTag.boolean)
            let content = try parts.next(DERTag.octetString, "an extension's value").content
            try parts.finish("an extension")
            try body(name, Value(isCritical: critical?.content.first ?? 0 != 0, content: content))
        }
    }
}
