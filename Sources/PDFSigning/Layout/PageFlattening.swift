import PDFCore
import PDFText

/// One page whose widgets become page content.
struct PageFlattening {
    private let page: Page
    private let reader: PDFReader
    private let otherAnnotations: [PDFObject]
    /// Those that show something.
    private let widgets: [Widget]

    /// Nil if the page has no widgets.
    init?(_ page: Page, in reader: PDFReader) throws {
        self.page = page
        self.reader = reader
        var others: [PDFObject] = []
        var widgets: [Widget?] = []
        // A list may name an annotation twice, even very often; it is shown once.
        var met: Set<ObjectID> = []
        for annotation in try reader.elements(page.dictionary["Annots"]) {
            let id = annotation.reference
            if let id, !met.insert(id).inserted { continue }
            let dictionary = try reader.optionalDictionary(annotation)
            if let dictionary, try reader.name(dictionary["Subtype"]) == "Widget" {
                widgets.append(try Widget(dictionary, id: id, in: reader))
            } else {
                others.append(annotation)
            }
        }
        guard !widgets.isEmpty else { return nil }
        otherAnnotations = others
        self.widgets = widgets.compactMap(\.self)
    }

    /// The page's new dictionary; its content and what that draws are added to `update`.
    func dictionary(
        of form: UploadForm, setBy typesetter: Typesetter, fonts: inout FontShelf,
        into update: inout IncrementalUpdate
    ) throws -> PDFDictionary {
        var dictionary = page.dictionary
        dictionary["Annots"] = otherAnnotations.isEmpty ? nil : .array(otherAnnotations)
        var drawing = FlattenedDrawing(
            resources: try reader.optionalDictionary(page.resources) ?? [:])
        for widget in widgets {
            if let text = try form.text(of: widget) {
                let id = try xObject(text, widget, typesetter, &fonts, into: &update)
                try drawing.draw(id, at: AffineMap(movingTo: widget.rect), in: reader)
            } else if let appearance = try WidgetAppearance(of: widget, in: reader) {
                let id = try appearance.xObject(
                    from: reader, defaultResources: form.defaultResources, into: &update)
                try drawing.draw(id, at: appearance.placement, in: reader)
            }
        }
        guard !drawing.operators.isEmpty else { return dictionary }
        dictionary["Resources"] = .dictionary(drawing.resources)
        dictionary["Contents"] = try isolated(drawing.operators, into: &update)
        return dictionary
    }

    private func xObject(
        _ text: UploadFieldText, _ widget: Widget, _ typesetter: Typesetter,
        _ fonts: inout FontShelf,
        into update: inout IncrementalUpdate
    ) throws -> ObjectID {
        let size = Size(width: widget.rect.width, height: widget.rect.height)
        let canvas = try text.canvas(size, by: typesetter)
        let form = try canvas.content(on: &fonts, into: &update).form(size)
        let id = update.allocate()
        update.set(id, toStream: form.dictionary, body: form.body)
        return id
    }

    /// The old content between q and Q, so that what it leaves of its graphics state does not
    /// reach the new content after it.
    private func isolated(
        _ operators: String, into update: inout IncrementalUpdate
    ) throws -> PDFObject {
        let before = update.allocate()
        let after = update.allocate()
        update.set(before, toStream: [:], body: Array("q\n".utf8))
        update.set(after, toStream: [:], body: Array("\nQ\n\(operators)".utf8))
        let old = page.dictionary["Contents"]
        let single = old?.reference.map { [PDFObject.reference($0)] }
        let streams = try reader.resolve(old).array ?? single ?? []
        return .array([.reference(before)] + streams + [.reference(after)])
    }
}

/// Content that draws form XObjects, and the page resources that name them.
struct FlattenedDrawing {
    private(set) var operators = ""
    private(set) var resources: PDFDictionary
    private var count = 0

    init(resources: PDFDictionary) { self.resources = resources }

    mutating func draw(_ id: ObjectID, at placement: AffineMap, in reader: PDFReader) throws {
        var objects = try reader.optionalDictionary(resources["XObject"]) ?? [:]
        let name = unused(in: objects)
        objects[name] = .reference(id)
        resources["XObject"] = .dictionary(objects)
        let matrix = placement.numbers.map {
            String(decoding: PDFObject($0).serialized, as: UTF8.self)
        }
        operators += "q \(matrix.joined(separator: " ")) cm /\(name.text) Do Q\n"
    }

    private mutating func unused(in objects: PDFDictionary) -> PDFName {
        repeat { count += 1 } while objects[PDFName("Flat\(count)")] != nil
        return PDFName("Flat\(count)")
    }
}
