internal import Synchronization

/// A decoded object stream (ISO 32000-2, 7.5.7).
struct ObjectStream: Sendable {
    private let data: MemorySource
    /// Number and place in `data`, in order.
    private let directory: [(number: Int, offset: Int)]

    init(
        _ dictionary: PDFDictionary, data: [UInt8], limits: PDFLimits
    ) throws(PDFError) {
        self.data = MemorySource(data)
        guard dictionary["Type"]?.name == "ObjStm",
            let count = dictionary["N"]?.asInteger, (0...limits.objects).contains(count),
            let first = dictionary["First"]?.asInteger, (0...data.count).contains(first)
        else { throw PDFError(.syntax, "a malformed object stream") }
        var cursor = ByteCursor(self.data)
        var directory: [(number: Int, offset: Int)] = []
        for _ in 0..<count {
            try cursor.skipWhitespaceAndComments()
            let number = try cursor.unsigned()
            try cursor.skipWhitespaceAndComments()
            guard let number, let offset = try cursor.unsigned(), cursor.position <= first,
                offset <= data.count - first
            else { throw PDFError(.syntax, "a malformed object stream") }
            directory.append((number, first + offset))
        }
        self.directory = directory
    }

    func object(_ number: Int, at index: Int, limits: PDFLimits) throws(PDFError) -> PDFObject {
        guard directory.indices.contains(index), directory[index].number == number else {
            throw PDFError(.crossReference, "object \(number) is not in its object stream")
        }
        var parser = ObjectParser(data, at: directory[index].offset, limits: limits)
        return try parser.object()
    }

    var byteCount: Int { data.count }
}

/// The object streams opened last, by their place in the file.
final class ObjectStreamCache: Sendable {
    private let streams = Mutex<[Int: ObjectStream]>([:])
    private static let byteLimit = 4 * 1024 * 1024

    subscript(offset: Int) -> ObjectStream? { streams.withLock { $0[offset] } }

    func insert(_ stream: ObjectStream, at offset: Int) {
        streams.withLock { streams in
            let held = streams.values.reduce(stream.byteCount) { $0 + $1.byteCount }
            if held > Self.byteLimit { streams.removeAll() }
            streams[offset] = stream
        }
    }
}

extension PDFReader {
    func objectStream(
        _ number: Int, asOf revision: Int, depth: Int
    ) throws(PDFError) -> ObjectStream {
        guard case .plain(let offset, 0) = entry(number, asOf: revision) else {
            throw PDFError(.crossReference, "object stream \(number) does not exist")
        }
        if let known = objectStreams[offset] { return known }
        let id = ObjectID(number)
        guard case .stream(let dictionary, let body) = try object(id, asOf: revision, depth: depth)
        else { throw PDFError(.syntax, "object stream \(number) is no stream", offset: offset) }
        let data = try decoded(body, of: dictionary, id)
        let stream = try ObjectStream(dictionary, data: data, limits: limits)
        objectStreams.insert(stream, at: offset)
        return stream
    }
}
