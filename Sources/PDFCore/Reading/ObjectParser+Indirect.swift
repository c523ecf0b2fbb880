extension ObjectParser {
    /// What follows `n g obj`: a whole object, or a stream whose length is still to be known.
    enum Opening {
        case object(PDFObject)
        case stream(PDFDictionary, bodyStart: Int)
    }

    /// `n g obj` (ISO 32000-2, 7.3.10).
    mutating func header() throws(PDFError) -> ObjectID {
        guard let number = try cursor.unsigned() else { throw trouble("an object expected") }
        try cursor.skipWhitespace()
        guard let generation = try cursor.unsigned() else { throw trouble("an object expected") }
        try cursor.skipWhitespace()
        try cursor.expect("obj")
        return ObjectID(number, generation)
    }

    /// The object up to `endobj`, or up to the first byte of its stream.
    mutating func opening() throws(PDFError) -> Opening {
        let object = try object()
        try cursor.skipWhitespaceAndComments()
        if try cursor.take("endobj") { return .object(object) }
        guard let dictionary = object.dictionary, try cursor.take("stream") else {
            throw trouble("endobj expected")
        }
        // A CR alone is forbidden, or one could not tell whether a LF belongs to the body (7.3.8.1).
        if try cursor.peek() == 0x0D { cursor.advance() }
        try cursor.expect("\n")
        return .stream(dictionary, bodyStart: cursor.position)
    }

    /// `endstream endobj` after a body that ends at `position`.
    mutating func closeStream(at position: Int) throws(PDFError) {
        cursor.seek(to: position)
        try cursor.skipWhitespace()
        try cursor.expect("endstream")
        try cursor.skipWhitespaceAndComments()
        try cursor.expect("endobj")
    }
}

extension ObjectParser {
    /// The values of the dictionary at the cursor with the places where they are written; nil if no
    /// dictionary stands here.
    mutating func placedValues() throws(PDFError) -> [(key: PDFName, place: Range<Int>)]? {
        try cursor.skipWhitespaceAndComments()
        guard try cursor.take("<<") else { return nil }
        var places: [(key: PDFName, place: Range<Int>)] = []
        while true {
            try cursor.skipWhitespaceAndComments()
            if try cursor.take(">>") { return places }
            guard try cursor.peek() == UInt8(ascii: "/") else { throw trouble("a key expected") }
            let key = try name()
            try cursor.skipWhitespaceAndComments()
            let start = cursor.position
            _ = try object()
            places.append((key, start..<cursor.position))
        }
    }
}

extension PDFReader {
    /// Where in the file the value of `key` is written, in the dictionary that is object `id`.
    ///
    /// Nil if the object is no dictionary, lacks the key or has it twice, or lies in an object
    /// stream, where nothing has a place.
    public func place(
        of key: PDFName, in id: ObjectID, asOf revision: Int? = nil
    ) throws(PDFError) -> Range<Int>? {
        guard case .plain(let offset, let generation) = entry(id.number, asOf: revision),
            generation == id.generation
        else { return nil }
        var parser = ObjectParser(source, at: offset, limits: limits)
        guard try parser.header() == id else {
            throw PDFError(.crossReference, "object \(id.number) is not here", offset: offset)
        }
        let places = try parser.placedValues()?.filter { $0.key == key } ?? []
        return places.count == 1 ? places[0].place : nil
    }
}
