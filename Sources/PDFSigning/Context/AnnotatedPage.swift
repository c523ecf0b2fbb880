import PDFCore

/// A page and its list of annotations: what a new widget on it changes.
public struct AnnotatedPage: Codable, Hashable, Sendable {
    public var page: StoredObject
    /// Nil where the page's own dictionary holds the list, or has none.
    public var annotations: StoredList?

    public init(_ page: StoredObject, annotations: StoredList? = nil) {
        self.page = page
        self.annotations = annotations
    }

    /// Lists a new widget, changing the innermost object that holds the list.
    mutating func add(_ widget: ObjectID, in update: inout IncrementalUpdate) {
        guard annotations == nil else {
            annotations?.append(widget, in: &update)
            return
        }
        let listed = page.dictionary.value["Annots"]?.array ?? []
        page.dictionary.value["Annots"] = .array(listed + [.reference(widget)])
        update.set(page.id, to: .dictionary(page.dictionary.value))
    }
}

extension AnnotatedPage {
    init(_ page: Page, in reader: PDFReader) throws(PDFError) {
        try self.init(StoredObject(page.id, page.dictionary), in: reader)
    }

    /// `page` may have been changed since; its list of annotations may not.
    init(_ page: StoredObject, in reader: PDFReader) throws(PDFError) {
        self.init(page, annotations: try reader.list(page.dictionary.value["Annots"]))
    }
}

extension PDFReader {
    /// The array behind a reference; nil for a direct one, or anything else.
    func list(_ object: PDFObject?) throws(PDFError) -> StoredList? {
        guard let id = object?.reference, let elements = try resolve(object).array else {
            return nil
        }
        return StoredList(id, elements)
    }
}
