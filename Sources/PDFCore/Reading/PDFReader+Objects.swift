extension PDFReader {
    /// The object with that number and generation; null if there is none (ISO 32000-2, 7.3.10).
    public func object(
        _ id: ObjectID, asOf revision: Int? = nil
    ) throws(PDFError) -> IndirectObject {
        try object(id, asOf: lastIndex(revision), depth: 0)
    }

    /// `object` itself, or what it refers to; a stream gives its dictionary.
    public func resolve(
        _ object: PDFObject?, asOf revision: Int? = nil
    ) throws(PDFError) -> PDFObject {
        var object = object ?? .null
        for _ in 0..<16 {
            guard case .reference(let id) = object else { return object }
            object = try self.object(id, asOf: revision).value
        }
        throw PDFError(.limit, "references go in a circle")
    }

    /// The dictionary that `object` is or refers to. Throws `missing` if it is none.
    public func dictionary(
        _ object: PDFObject?, asOf revision: Int? = nil
    ) throws(PDFError) -> PDFDictionary {
        guard let dictionary = try resolve(object, asOf: revision).dictionary else {
            throw PDFError(.missing, "a dictionary expected")
        }
        return dictionary
    }

    /// The catalog (7.7.2).
    public func catalog(asOf revision: Int? = nil) throws(PDFError) -> PDFDictionary {
        try dictionary(revisions[lastIndex(revision)].trailer["Root"], asOf: revision)
    }

    /// `depth` counts the objects that had to be opened to open this one: a stream, its length, an
    /// object stream that holds the length. Honest files need three.
    func object(
        _ id: ObjectID, asOf revision: Int, depth: Int
    ) throws(PDFError) -> IndirectObject {
        guard depth < 6 else { throw PDFError(.limit, "objects depend on each other in a circle") }
        switch entry(id.number, asOf: revision) {
        case .plain(let offset, let generation) where generation == id.generation:
            return try plainObject(id, at: offset, asOf: revision, depth: depth)
        case .compressed(let stream, let index) where id.generation == 0:
            let container = try objectStream(stream, asOf: revision, depth: depth + 1)
            return .object(try container.object(id.number, at: index, limits: limits))
        default:
            return .object(.null)
        }
    }

    private func plainObject(
        _ id: ObjectID, at offset: Int, asOf revision: Int, depth: Int
    ) throws(PDFError) -> IndirectObject {
        // A reader of the file cut off there would find nothing behind its end.
        let end = revisions[revision].range.upperBound
        if let known = plainObjects[offset], known.id == id, known.end <= end {
            return known.object
        }
        guard offset < end else {
            throw PDFError(.crossReference, "object \(id.number) lies beyond the end")
        }
        var parser = ObjectParser(source, at: offset, limits: limits)
        guard try parser.header() == id else {
            throw PDFError(.crossReference, "object \(id.number) is not here", offset: offset)
        }
        let object = try encryption.decrypted(
            try body(&parser, asOf: revision, depth: depth), id)
        guard parser.cursor.position <= end else {
            throw PDFError(.syntax, "an object longer than its revision", offset: offset)
        }
        plainObjects.insert(PlainObject(id, object, end: parser.cursor.position), at: offset)
        return object
    }

    private func body(
        _ parser: inout ObjectParser, asOf revision: Int, depth: Int
    ) throws(PDFError) -> IndirectObject {
        switch try parser.opening() {
        case .object(let object): return .object(object)
        case .stream(let dictionary, let start):
            let length = try length(dictionary, asOf: revision, depth: depth)
            guard length <= source.count - start else {
                throw PDFError(.syntax, "a stream longer than the file", offset: start)
            }
            try parser.closeStream(at: start + length)
            return .stream(dictionary, body: start..<start + length)
        }
    }

    private func length(
        _ dictionary: PDFDictionary, asOf revision: Int, depth: Int
    ) throws(PDFError) -> Int {
        var length = dictionary["Length"]
        if let id = length?.reference {
            length = try object(id, asOf: revision, depth: depth + 1).value
        }
        guard let value = length?.asInteger, value >= 0 else {
            throw PDFError(.syntax, "a stream without its length")
        }
        return value
    }
}
