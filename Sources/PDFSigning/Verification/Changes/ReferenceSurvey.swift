import PDFCore

/// How often each object is referred to, over all objects of one revision.
///
/// An update may complete a reference that led nowhere when the document was signed, or change an
/// object that two others share; neither can be seen in the update alone.
struct ReferenceSurvey {
    private let reader: PDFReader
    private var counts: [Int: Int] = [:]
    /// Why some object was not counted: then nobody knows what it refers to.
    private(set) var gap: PDFError?

    /// Reads every object of the file as of `revision`.
    init(_ reader: PDFReader, asOf revision: Int) {
        self.reader = reader
        var numbers: Set<Int> = []
        for earlier in reader.revisions[...revision] { numbers.formUnion(earlier.entries.keys) }
        for number in numbers.sorted() { count(number, asOf: revision, by: 1) }
        count(trailer: revision, by: 1)
    }

    /// Takes the objects that `revision` lists in place of those before; reads no others.
    mutating func advance(to revision: Int) {
        for number in reader.revisions[revision].entries.keys.sorted() {
            count(number, asOf: revision - 1, by: -1)
            count(number, asOf: revision, by: 1)
        }
        count(trailer: revision - 1, by: -1)
        count(trailer: revision, by: 1)
    }

    func count(_ id: ObjectID) -> Int { counts[id.number] ?? 0 }

    /// What a trailer is there to refer to is not counted.
    private mutating func count(trailer revision: Int, by step: Int) {
        for (key, value) in reader.revisions[revision].trailer
        where !["Root", "Info", "Encrypt"].contains(key) {
            count(value, by: step)
        }
    }

    private mutating func count(_ number: Int, asOf revision: Int, by step: Int) {
        guard let id = reader.identifier(number, asOf: revision) else { return }
        do throws(PDFError) {
            let value = try reader.value(of: id, asOf: revision)
            // A cross-reference stream is a trailer, which has been counted.
            if value.dictionary?["Type"]?.name != "XRef" { count(value, by: step) }
        } catch {
            gap = gap ?? error
        }
    }

    /// Objects are nested no deeper than the reader's limit.
    private mutating func count(_ object: PDFObject, by step: Int) {
        switch object {
        case .reference(let id): counts[id.number, default: 0] += step
        case .array(let elements): for element in elements { count(element, by: step) }
        case .dictionary(let dictionary): for (_, value) in dictionary { count(value, by: step) }
        default: break
        }
    }
}
