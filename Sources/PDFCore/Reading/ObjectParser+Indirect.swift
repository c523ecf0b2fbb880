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
