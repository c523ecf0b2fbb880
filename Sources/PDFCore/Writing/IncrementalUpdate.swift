/// Writes one incremental update (ISO 32000-2, 7.5.6): new and changed objects, a
/// cross-reference section of the same kind as before, and a trailer.
///
/// Objects are written plainly, never in object streams, so that their places are known.
/// No object is freed, and nothing of the file before is read.
public struct IncrementalUpdate: Sendable {
    private let tail: RevisionTail
    private var nextNumber: Int
    private(set) var order: [ObjectID] = []
    private(set) var contents: [ObjectID: Content] = [:]

    /// What stands between `obj` and `endobj`.
    enum Content: Sendable {
        case object(PDFObject)
        case stream(PDFDictionary, body: [UInt8])
        case serialized([UInt8])
    }

    public init(after tail: RevisionTail) {
        self.tail = tail
        nextNumber = tail.size
    }

    /// The first revision of a new file: object 1 is to be its catalog, and ``finish(newID:)`` begins
    /// with the header.
    public init(newFileOf kind: XRefKind) {
        self.init(after: RevisionTail(newFileOf: kind))
    }

    public var isEmpty: Bool { order.isEmpty }

    /// A number that no object of the file has. One that is never set stays free.
    public mutating func allocate() -> ObjectID {
        defer { nextNumber += 1 }
        return ObjectID(nextNumber)
    }

    /// Four bytes above 127 tell transports that the file is binary (7.5.2).
    private static let header = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]

    /// Objects are written in the order in which they were first set; the last content wins.
    public mutating func set(_ id: ObjectID, to object: PDFObject) { put(.object(object), id) }

    /// A stream with `body` as it is, already filtered as the dictionary says; writes `/Length`.
    public mutating func set(
        _ id: ObjectID, toStream dictionary: PDFDictionary, body: [UInt8]
    ) {
        var dictionary = dictionary
        dictionary["Length"] = .integer(body.count)
        put(.stream(dictionary, body: body), id)
    }

    /// An object that the caller has written, such as a signature dictionary with its gap.
    public mutating func set(_ id: ObjectID, toSerialized bytes: [UInt8]) {
        put(.serialized(bytes), id)
    }

    private mutating func put(_ content: Content, _ id: ObjectID) {
        if contents.updateValue(content, forKey: id) == nil { order.append(id) }
    }

    /// The bytes to append to the file. `newID` becomes the second half of `/ID`, and the first
    /// too if the file has none.
    public func finish(newID: [UInt8]) -> FinishedUpdate {
        var bytes: [UInt8] = tail.endsWithEOL ? [] : [0x0A]
        if tail.isNothing { bytes += Self.header }
        var offsets = [ObjectID: Int](minimumCapacity: order.count)
        var section = XRefSection(after: tail, allocated: nextNumber, newID: newID)
        for id in order {
            section.add(id, at: tail.byteCount + bytes.count)
            bytes.append(decimal: id.number)
            bytes.append(0x20)
            bytes.append(decimal: id.generation)
            bytes += " obj\n".utf8
            offsets[id] = tail.byteCount + bytes.count
            contents[id]?.write(to: &bytes)
            bytes += "\nendobj\n".utf8
        }
        let next = section.write(to: &bytes)
        return FinishedUpdate(bytes: bytes, tail: next, offsets: offsets)
    }
}

extension IncrementalUpdate.Content {
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .object(let object): object.write(to: &bytes)
        case .serialized(let written): bytes += written
        case .stream(let dictionary, let body):
            dictionary.write(to: &bytes)
            bytes += "\nstream\n".utf8
            bytes += body
            bytes += "\nendstream".utf8
        }
    }
}

/// An incremental update ready to be appended.
public struct FinishedUpdate: Sendable {
    /// To be appended to the file as they are.
    public var bytes: [UInt8]
    /// What a further update must know.
    public var tail: RevisionTail
    /// Where each object's own bytes start in the whole file, after `n g obj` and its line feed.
    public var offsets: [ObjectID: Int]
}
