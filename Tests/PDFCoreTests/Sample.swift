import PDFCore

/// A small two-page file with a form, and updates appended to it.
struct Sample {
    static let catalog = ObjectID(1)
    static let tree = ObjectID(2)
    static let pages = [ObjectID(3), ObjectID(4)]
    static let field = ObjectID(5)

    private(set) var bytes: [UInt8]
    private(set) var tail: RevisionTail

    init(_ kind: XRefKind = .table) {
        var update = IncrementalUpdate(newFileOf: kind)
        for _ in 0..<4 { _ = update.allocate() }
        update.set(
            Self.catalog,
            to: [
                "Type": .name("Catalog"), "Pages": .reference(Self.tree),
                "AcroForm": ["Fields": [.reference(Self.field)]],
            ])
        update.set(
            Self.tree,
            to: [
                "Type": .name("Pages"), "Kids": .array(Self.pages.map { .reference($0) }),
                "Count": 2, "MediaBox": [0, 0, 595, 842], "Rotate": 90,
            ])
        for page in Self.pages {
            update.set(page, to: ["Type": .name("Page"), "Parent": .reference(Self.tree)])
        }
        update.set(Self.field, to: .dictionary(Self.field(value: nil)))
        let finished = update.finish(newID: Array(repeating: 7, count: 16))
        (bytes, tail) = (finished.bytes, finished.tail)
    }

    static func field(value: String?) -> PDFDictionary {
        var field: PDFDictionary = [
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Tx"),
            "T": .text("name"), "Rect": [10, 10, 200.5, 30],
        ]
        field["V"] = value.map { .text($0) }
        return field
    }

    mutating func append(_ change: (inout IncrementalUpdate) -> Void) {
        var update = IncrementalUpdate(after: tail)
        change(&update)
        let finished = update.finish(newID: Array(repeating: UInt8(bytes.count % 251), count: 16))
        bytes += finished.bytes
        tail = finished.tail
    }

    /// Fills the field in an update.
    mutating func fill(_ value: String) {
        append { $0.set(Self.field, to: .dictionary(Self.field(value: value))) }
    }

    func reader(limits: PDFLimits = PDFLimits()) throws -> PDFReader {
        try PDFReader(MemorySource(bytes), limits: limits)
    }
}

/// `bytes` with one occurrence of `old` replaced, which must be there.
func replacing(_ old: String, by new: String, in bytes: [UInt8]) throws -> [UInt8] {
    let old = Array(old.utf8)
    let places = bytes.indices.lazy.filter { bytes[$0...].starts(with: old) }
    guard let place = places.first else { throw PDFError(.missing, "nothing to replace") }
    return bytes[..<place] + Array(new.utf8) + bytes[(place + old.count)...]
}

func parsed(_ text: String, limits: PDFLimits = PDFLimits()) throws -> PDFObject {
    try parsed(Array(text.utf8), limits: limits)
}

func parsed(_ bytes: [UInt8], limits: PDFLimits = PDFLimits()) throws -> PDFObject {
    try PDFObject(parsing: bytes, limits: limits)
}
