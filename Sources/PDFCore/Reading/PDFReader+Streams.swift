extension PDFReader {
    /// The decoded bytes of a stream, through all its filters.
    ///
    /// Throws `missing` if `object` is no stream, `unsupported` for image filters such as
    /// DCTDecode, `encrypted` if the file is, `limit` beyond the limit of decoded bytes.
    public func streamData(
        _ object: IndirectObject, asOf revision: Int? = nil
    ) throws(PDFError) -> [UInt8] {
        guard case .stream(let dictionary, let body) = object else {
            throw PDFError(.missing, "a stream expected")
        }
        guard !isEncrypted else { throw PDFError(.encrypted, "an encrypted stream") }
        let filters = try FilterChain(try withDirectFilters(dictionary, asOf: revision))
        return try filters.decode(try source.read(body), limit: limits.decodedBytes)
    }

    public func streamData(
        _ id: ObjectID, asOf revision: Int? = nil
    ) throws(PDFError) -> [UInt8] {
        try streamData(try object(id, asOf: revision), asOf: revision)
    }

    /// The filters and their parameters may be references, also inside their arrays.
    private func withDirectFilters(
        _ dictionary: PDFDictionary, asOf revision: Int?
    ) throws(PDFError) -> PDFDictionary {
        var dictionary = dictionary
        for key in ["Filter", "DecodeParms"] as [PDFName] {
            guard let value = dictionary[key] else { continue }
            var direct = try resolve(value, asOf: revision)
            if case .array(var elements) = direct {
                for index in elements.indices {
                    elements[index] = try resolve(elements[index], asOf: revision)
                }
                direct = .array(elements)
            }
            dictionary[key] = direct
        }
        return dictionary
    }
}
