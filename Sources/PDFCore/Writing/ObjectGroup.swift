/// Objects serialised once that any number of updates can bring along: in each they get numbers
/// of its own, and nothing but these numbers is written anew.
public final class ObjectGroup: Sendable {
    let members: [Member]
    let main: Int

    /// A serialised object, cut where a reference to another member stands.
    struct Member: Hashable {
        /// One more than there are references.
        var pieces: [[UInt8]] = [[]]
        var references: [Int] = []
    }

    /// - Parameter build: sets the objects, which refer to nothing but each other, and returns the
    ///   one that stands for all.
    public init<Failure: Error>(
        _ build: (inout IncrementalUpdate) throws(Failure) -> ObjectID
    ) throws(Failure) {
        var update = IncrementalUpdate(newFileOf: .table)
        let main = try build(&update)
        var indices: [ObjectID: Int] = [:]
        for (index, id) in update.order.enumerated() { indices[id] = index }
        self.main = indices[main] ?? 0
        members = update.order.map { id in
            var template = ObjectTemplate(indices: indices)
            if let content = update.contents[id] { template.write(content) }
            return Member(pieces: template.pieces, references: template.references)
        }
    }

    init(members: [Member], main: Int) {
        self.members = members
        self.main = main
    }

    /// What it adds to an update, nearly.
    public var byteCount: Int { members.lazy.flatMap(\.pieces).reduce(0) { $0 + $1.count } }

    /// Adds every object under a new number and returns the main one's.
    public func add(to update: inout IncrementalUpdate) -> ObjectID {
        let ids = members.map { _ in update.allocate() }
        for (member, id) in zip(members, ids) {
            var bytes = member.pieces[0]
            for (reference, piece) in zip(member.references, member.pieces.dropFirst()) {
                bytes += ids[reference].description.utf8
                bytes += piece
            }
            update.set(id, toSerialized: bytes)
        }
        return ids[main]
    }
}

extension ObjectGroup: Hashable {
    public static func == (left: ObjectGroup, right: ObjectGroup) -> Bool {
        left.main == right.main && left.members == right.members
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(main)
        hasher.combine(members.count)
    }
}

/// Writes objects as `PDFObject.write(to:)` does, but leaves references to members out.
private struct ObjectTemplate {
    let indices: [ObjectID: Int]
    private(set) var pieces: [[UInt8]] = [[]]
    private(set) var references: [Int] = []

    init(indices: [ObjectID: Int]) { self.indices = indices }

    mutating func write(_ content: IncrementalUpdate.Content) {
        switch content {
        case .object(let object): write(object)
        case .serialized(let bytes): put(bytes)
        case .stream(let dictionary, let body):
            write(.dictionary(dictionary))
            put("\nstream\n".utf8)
            put(body)
            put("\nendstream".utf8)
        }
    }

    private mutating func put(_ bytes: some Sequence<UInt8>) {
        pieces[pieces.count - 1] += bytes
    }

    private mutating func write(_ object: PDFObject) {
        switch object {
        case .reference(let id): write(reference: id)
        case .array(let elements):
            put("[".utf8)
            for element in elements {
                write(element)
                put(" ".utf8)
            }
            put("]".utf8)
        case .dictionary(let dictionary):
            put("<<".utf8)
            for (key, value) in dictionary {
                put(PDFObject.name(key).serialized)
                put(" ".utf8)
                write(value)
            }
            put(">>".utf8)
        default: put(object.serialized)
        }
    }

    private mutating func write(reference id: ObjectID) {
        guard let index = indices[id] else { return put(id.description.utf8) }
        references.append(index)
        pieces.append([])
    }
}
