extension PDFReader {
    /// The decoded bytes of a stream, through all its filters.
    ///
    /// Throws `missing` if there is no stream, `unsupported` for image filters such as DCTDecode,
    /// `encrypted` if the file is ``lock``ed, `limit` beyond the limits of decoded bytes.
    public func streamData(
        _ id: ObjectID, asOf revision: Int? = nil
    ) throws(PDFError) -> [UInt8] {
        guard case .stream(let dictionary, let body) = try object(id, asOf: revision) else {
            throw PDFError(.missing, "a stream expected")
        }
        return try decoded(body, of: try withDirectFilters(dictionary, asOf: revision), id)
    }

    /// The same for a stream of a file that is not encrypted, else throws `encrypted`: each object
    /// has a key of its own.
    public func streamData(
        _ object: IndirectObject, asOf revision: Int? = nil
    ) throws(PDFError) -> [UInt8] {
        guard case .stream(let dictionary, let body) = object else {
            throw PDFError(.missing, "a stream expected")
        }
        guard !isEncrypted else { throw PDFError(.encrypted, "an encrypted stream") }
        return try decoded(
            body, of: try withDirectFilters(dictionary, asOf: revision), ObjectID(0))
    }

    /// `dictionary` holds its filters directly.
    func decoded(
        _ body: Range<Int>, of dictionary: PDFDictionary, _ id: ObjectID
    ) throws(PDFError) -> [UInt8] {
        let filters = try FilterChain(dictionary)
        let bytes = try encryption.decrypted(try source.read(body), of: dictionary, id)
        return try decoding.spend(atMost: limits.decodedBytes) { limit throws(PDFError) in
            try filters.decode(bytes, limit: limit)
        }
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
