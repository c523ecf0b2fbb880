extension PDFReader {
    /// The object, or the dictionary of the stream, even where the stream's end is not where its
    /// length says: what it refers to stands there all the same.
    public func value(
        of id: ObjectID, asOf revision: Int? = nil
    ) throws(PDFError) -> PDFObject {
        do throws(PDFError) {
            return try object(id, asOf: revision).value
        } catch {
            guard case .plain(let offset, id.generation) = entry(id.number, asOf: revision) else {
                throw error
            }
            var parser = ObjectParser(source, at: offset, limits: limits)
            guard try parser.header() == id else { throw error }
            return try parser.object()
        }
    }

    /// From `n g obj` to the end of `endobj`; nil if the object lies in an object stream, or if
    /// there is none.
    public func extent(
        of id: ObjectID, asOf revision: Int? = nil
    ) throws(PDFError) -> Range<Int>? {
        guard case .plain(let offset, let generation) = entry(id.number, asOf: revision),
            generation == id.generation
        else { return nil }
        if let known = plainObjects[offset], known.id == id { return offset..<known.end }
        let object = try object(id, asOf: revision)
        var parser = ObjectParser(source, at: offset, limits: limits)
        if case .stream(_, let body) = object {
            try parser.closeStream(at: body.upperBound)
        } else {
            _ = try parser.header()
            _ = try parser.opening()
        }
        return offset..<parser.cursor.position
    }

    /// Where bytes of a revision begin that belong neither to an object that it lists, nor to its
    /// cross-reference section, nor to white space or a comment; nil if there are none.
    ///
    /// A strict reader never sees such bytes; one that repairs files may find objects in them.
    public func unlistedByte(in revision: Int) throws(PDFError) -> Int? {
        let range = revisions[revision].range
        var position = range.lowerBound
        for extent in try extents(listedBy: revision) {
            // Objects may be listed twice, by two numbers, but not begin inside one another.
            guard try isBlank(position..<max(position, extent.lowerBound)) else { return position }
            position = max(position, extent.upperBound)
        }
        return position <= range.upperBound ? nil : range.upperBound
    }

    /// The places of the objects that a revision lists and contains, and of its section, in order.
    private func extents(listedBy revision: Int) throws(PDFError) -> [Range<Int>] {
        let (range, start) = (revisions[revision].range, revisions[revision].startXref)
        var extents = [start..<range.upperBound]
        for (number, entry) in revisions[revision].entries {
            guard case .plain(let offset, let generation) = entry, range.contains(offset) else {
                continue
            }
            let id = ObjectID(number, generation)
            if let extent = try extent(of: id, asOf: revision) { extents.append(extent) }
        }
        return extents.sorted { $0.lowerBound < $1.lowerBound }
    }

    private func isBlank(_ range: Range<Int>) throws(PDFError) -> Bool {
        var cursor = ByteCursor(source, at: range.lowerBound)
        try cursor.skipWhitespaceAndComments()
        return cursor.position >= range.upperBound
    }

    /// An object that a revision lists behind its own end, where a later one may have put
    /// something; nil if there is none.
    public func objectBehindItsRevision() -> ObjectID? {
        for revision in revisions {
            for (number, entry) in revision.entries {
                guard case .plain(let offset, let generation) = entry,
                    offset >= revision.range.upperBound, offset < source.count
                else { continue }
                return ObjectID(number, generation)
            }
        }
        return nil
    }
}
