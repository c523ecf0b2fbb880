extension EmbeddedCertificate {
    /// The subject's values of an attribute as text, in their order (RFC 5280 §4.1.2.6).
    ///
    /// - Parameter type: dotted decimal, such as `2.5.4.5` for serialNumber.
    public func subjectValues(of type: String) -> [String] {
        guard let oid = OID(dotted: type) else { return [] }
        var name = DERReader(subject)
        let sets = (try? name.next().inside.values()) ?? []
        let attributes = sets.flatMap { set in (try? set.inside.values()) ?? [] }
        return attributes.compactMap { attribute -> String? in
            var parts = attribute.inside
            guard let own = try? parts.next(), own.isOID(oid) else { return nil }
            return try? parts.next().text
        }
    }
}

extension DERReader {
    /// All values to the end.
    func values() throws(CMSError) -> [DERValue] {
        var copy = self
        return try copy.remaining()
    }
}

extension DERValue {
    /// A DirectoryString: BMPString is UTF-16, the others are read as UTF-8, of which ASCII is a
    /// part.
    fileprivate var text: String {
        guard tag == DERTag.bmpString else { return String(decoding: content, as: UTF8.self) }
        let bytes = Array(content)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }
}
