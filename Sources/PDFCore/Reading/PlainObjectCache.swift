internal import Synchronization

/// An object that stands by itself in the file, and where it ends.
struct PlainObject: Sendable {
    let id: ObjectID
    let object: IndirectObject
    /// The byte after its `endobj`.
    let end: Int

    init(_ id: ObjectID, _ object: IndirectObject, end: Int) {
        (self.id, self.object, self.end) = (id, object, end)
    }

    /// Whether the same bytes mean the same in every revision: the length of a stream may be an
    /// object that a later revision replaces.
    fileprivate var isFixed: Bool {
        guard case .stream(let dictionary, _) = object else { return true }
        return dictionary["Length"]?.reference == nil
    }
}

/// The small objects opened last, by their place in the file: catalog, form and pages are asked
/// for again and again, and stay the same object while no update replaces them.
final class PlainObjectCache: Sendable {
    private struct Content {
        var objects: [Int: PlainObject] = [:]
        var byteCount = 0
    }

    private let content = Mutex(Content())
    /// In bytes as written; a parsed object takes some twenty times as many.
    private static let byteLimit = 128 * 1024
    private static let largest = 8 * 1024

    subscript(offset: Int) -> PlainObject? { content.withLock { $0.objects[offset] } }

    func insert(_ object: PlainObject, at offset: Int) {
        var byteCount = object.end - offset
        if case .stream(_, let body) = object.object { byteCount -= body.count }
        guard object.isFixed, byteCount <= Self.largest else { return }
        content.withLock { content in
            if content.byteCount + byteCount > Self.byteLimit { content = Content() }
            guard content.objects.updateValue(object, forKey: offset) == nil else { return }
            content.byteCount += byteCount
        }
    }
}
