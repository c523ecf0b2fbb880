import PDFCore

/// How often each object is referred to, over all objects of the revisions looked at.
///
/// An update may complete a reference that led nowhere when the document was signed, or change an
/// object that two others share; neither can be seen in the update alone.
struct ReferenceSurvey {
    private let reader: PDFReader
    private var counts: [Int: Int] = [:]

    init(_ reader: PDFReader, upTo revision: Int) {
        self.reader = reader
        var numbers: Set<Int> = []
        for earlier in reader.revisions[...revision] { numbers.formUnion(earlier.entries.keys) }
        add(numbers, asOf: revision)
        for earlier in reader.revisions[...revision] where earlier.xrefKind == .table {
            count(trailer: earlier.trailer)
        }
    }

    /// Counts the objects that `revision` lists.
    mutating func add(_ revision: Int) {
        add(Set(reader.revisions[revision].entries.keys), asOf: revision)
        // A cross-reference stream is one of the objects.
        guard reader.revisions[revision].xrefKind == .table else { return }
        count(trailer: reader.revisions[revision].trailer)
    }

    /// What a trailer is there to refer to is not counted.
    private mutating func count(trailer: PDFDictionary) {
        for (key, value) in trailer where !["Root", "Info", "Encrypt"].contains(key) {
            count(value)
        }
    }

    func count(_ number: Int) -> Int { counts[number] ?? 0 }

    private mutating func add(_ numbers: Set<Int>, asOf revision: Int) {
        for number in numbers.sorted() {
            guard let id = reader.identifier(number, asOf: revision),
                // What no strict reader can open refers to nothing.
                let object = try? reader.object(id, asOf: revision)
            else { continue }
            if let dictionary = object.dictionary, dictionary["Type"]?.name == "XRef" {
                count(trailer: dictionary)
            } else {
                count(object.value)
            }
        }
    }

    /// Objects are nested no deeper than the reader's limit.
    private mutating func count(_ object: PDFObject) {
        switch object {
        case .reference(let id): counts[id.number, default: 0] += 1
        case .array(let elements): for element in elements { count(element) }
        case .dictionary(let dictionary): for (_, value) in dictionary { count(value) }
        default: break
        }
    }
}

extension PDFReader {
    /// The number with its generation as of a revision; nil if it is free or was never listed.
    func identifier(_ number: Int, asOf revision: Int) -> ObjectID? {
        switch entry(number, asOf: revision) {
        case .plain(_, let generation): ObjectID(number, generation)
        case .compressed: ObjectID(number)
        case .free, nil: nil
        }
    }

    /// Whether the two are equal, streams by their bytes.
    func areEqual(_ left: IndirectObject, _ right: IndirectObject) throws(PDFError) -> Bool {
        guard left.value == right.value else { return false }
        switch (left, right) {
        case (.object, .object): return true
        case (.stream(_, let first), .stream(_, let second)):
            return try areEqual(first, second)
        default: return false
        }
    }

    private func areEqual(_ left: Range<Int>, _ right: Range<Int>) throws(PDFError) -> Bool {
        guard left != right else { return true }
        guard left.count == right.count else { return false }
        let window = 256 * 1024
        for start in stride(from: 0, to: left.count, by: window) {
            let end = min(start + window, left.count)
            let first = try source.read(left.lowerBound + start..<left.lowerBound + end)
            let second = try source.read(right.lowerBound + start..<right.lowerBound + end)
            if first != second { return false }
        }
        return true
    }
}
