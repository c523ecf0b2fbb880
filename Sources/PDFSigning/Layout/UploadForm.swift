import PDFCore

/// What flattening needs to know of the upload's own form.
struct UploadForm {
    /// Resources for appearances that have none of their own.
    let defaultResources: PDFObject?
    private let reader: PDFReader
    private let dictionary: PDFDictionary
    /// Stored appearances may be absent or stale: viewers are asked to draw texts anew.
    private let needsAppearances: Bool
    /// Text and choice fields by their widgets.
    private let textFields: [ObjectID: FormField]

    /// A choice field drawn as one line that unfolds (table 233).
    private static let combo = 1 << 17

    init(of reader: PDFReader) throws {
        self.reader = reader
        dictionary = try reader.acroForm()?.dictionary ?? [:]
        defaultResources = dictionary["DR"]
        needsAppearances = try reader.resolve(dictionary["NeedAppearances"]).boolean ?? false
        var textFields: [ObjectID: FormField] = [:]
        for field in try reader.fields() where field.type == "Tx" || field.type == "Ch" {
            for widget in field.widgets { textFields[widget] = field }
        }
        self.textFields = textFields
    }

    /// What to write where the widget lies, if its appearance is left to the viewer.
    func text(of widget: Widget) throws -> UploadFieldText? {
        guard let field = widget.id.flatMap({ textFields[$0] }) else { return nil }
        let appearances = try reader.optionalDictionary(widget.dictionary["AP"])
        // A list box shows all its options, which only a stored appearance does.
        let isList = field.type == "Ch" && field.flags & Self.combo == 0
        let isAbsent = appearances?["N"] == nil
        guard isAbsent || needsAppearances && !isList else { return nil }
        let style = widget.dictionary["DA"] ?? field.dictionary["DA"] ?? dictionary["DA"]
        let alignment = widget.dictionary["Q"] ?? field.dictionary["Q"] ?? dictionary["Q"]
        return UploadFieldText(
            try shownText(of: field), flags: field.flags,
            defaultAppearance: try reader.resolve(style).bytes ?? [],
            alignment: try reader.resolve(alignment).asInteger ?? 0)
    }

    private func shownText(of field: FormField) throws -> String {
        let value = try reader.resolve(field.value)
        let chosen = try (value.array ?? [value]).compactMap { try reader.resolve($0).bytes }
        var shown: [[UInt8]] = []
        for export in chosen { shown.append(try optionLabel(export, of: field)) }
        return shown.map(TextString.decode).joined(separator: ", ")
    }

    /// A choice's options may be pairs of what is exported and what is shown (table 234).
    private func optionLabel(_ export: [UInt8], of field: FormField) throws -> [UInt8] {
        guard field.type == "Ch" else { return export }
        for option in try reader.elements(field.dictionary["Opt"]) {
            let pair = try reader.elements(option)
            guard pair.count == 2, try reader.resolve(pair[0]).bytes == export else { continue }
            return try reader.resolve(pair[1]).bytes ?? export
        }
        return export
    }
}

/// A widget annotation of a page; its number unless it is written into the page's list.
struct Widget {
    let id: ObjectID?
    let dictionary: PDFDictionary
    /// In the page's space.
    let rect: PDFRectangle

    /// Annotation flags that keep a widget off the screen: Hidden and NoView (table 167).
    private static let unseen = 1 << 1 | 1 << 5

    /// Nil if the widget shows nothing on screen.
    init?(_ dictionary: PDFDictionary, id: ObjectID?, in reader: PDFReader) throws {
        let flags = try reader.resolve(dictionary["F"]).asInteger ?? 0
        guard flags & Self.unseen == 0,
            let rect = PDFRectangle(.numbers(try reader.numbers(dictionary["Rect"]))),
            !rect.isEmpty
        else { return nil }
        self.id = id
        self.dictionary = dictionary
        self.rect = rect
    }
}
