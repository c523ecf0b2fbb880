/// A dictionary object (ISO 32000-2, 7.3.7) that remembers the order of its keys.
///
/// The standard forbids a repeated key. If one occurs, the **last** value wins, as in the widespread
/// readers, and ``hasDuplicateKeys`` tells it, since two readers may disagree on such a file.
/// Two dictionaries are equal when they have equal entries, whatever their order.
public struct PDFDictionary: Sendable, ExpressibleByDictionaryLiteral, Sequence {
    public typealias Element = (key: PDFName, value: PDFObject)

    private var entries: [Element] = []
    /// Positions in `entries`, kept only for dictionaries too long to search.
    private var positions: [PDFName: Int] = [:]
    private static let searchable = 16
    private static let usualCount = 6

    /// Whether a key occurred twice where this dictionary was read.
    public private(set) var hasDuplicateKeys = false

    public init() {}

    public init(dictionaryLiteral elements: (PDFName, PDFObject)...) { self.init(elements) }

    public init(_ elements: [(PDFName, PDFObject)]) {
        for (key, value) in elements { append(key, value) }
    }

    public var count: Int { entries.count }
    public var isEmpty: Bool { entries.isEmpty }
    /// In order of appearance.
    public var keys: [PDFName] { entries.map(\.key) }

    public func makeIterator() -> IndexingIterator<[Element]> { entries.makeIterator() }

    /// Setting nil removes the key; setting a new key appends it.
    public subscript(key: PDFName) -> PDFObject? {
        get { position(of: key).map { entries[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): remove(at: index)
            case (nil, let value?): insert(key, value)
            case (nil, nil): break
            }
        }
    }

    /// Adds an entry as it was read, noticing a repeated key.
    mutating func append(_ key: PDFName, _ value: PDFObject) {
        if let index = position(of: key) {
            hasDuplicateKeys = true
            entries[index].value = value
        } else {
            insert(key, value)
        }
    }

    private func position(of key: PDFName) -> Int? {
        if entries.count <= Self.searchable { return entries.firstIndex { $0.key == key } }
        return positions[key]
    }

    private mutating func insert(_ key: PDFName, _ value: PDFObject) {
        if entries.isEmpty { entries.reserveCapacity(Self.usualCount) }
        entries.append((key, value))
        if entries.count == Self.searchable + 1 {
            reindex()
        } else if entries.count > Self.searchable {
            positions[key] = entries.count - 1
        }
    }

    private mutating func remove(at index: Int) {
        entries.remove(at: index)
        reindex()
    }

    private mutating func reindex() {
        positions = [:]
        guard entries.count > Self.searchable else { return }
        for (index, entry) in entries.enumerated() { positions[entry.key] = index }
    }
}

extension PDFDictionary: Hashable {
    public static func == (left: PDFDictionary, right: PDFDictionary) -> Bool {
        left.count == right.count && left.entries.allSatisfy { right[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        // Order must not matter, so the keys alone are hashed, each by itself.
        hasher.combine(entries.reduce(0) { $0 ^ $1.key.hashValue })
    }
}
