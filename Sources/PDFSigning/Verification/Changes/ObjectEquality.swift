import PDFCore

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

extension PDFObject {
    /// Whether a dictionary in it has a key twice: readers differ on which of the values counts.
    var hasDuplicateKeys: Bool {
        switch self {
        case .array(let elements): elements.contains(where: \.hasDuplicateKeys)
        case .dictionary(let dictionary):
            dictionary.hasDuplicateKeys || dictionary.contains { $0.value.hasDuplicateKeys }
        default: false
        }
    }
}

extension PDFDictionary {
    /// The keys whose values differ, in the order of their appearance.
    func differences(from other: PDFDictionary) -> [PDFName] {
        let own = keys.filter { self[$0] != other[$0] }
        return own + other.keys.filter { self[$0] == nil }
    }

    /// The value of `key`, unless it is null, which is as good as absent (ISO 32000-2, 7.3.9).
    func present(_ key: PDFName) -> PDFObject? {
        self[key].flatMap { $0.isNull ? nil : $0 }
    }
}
