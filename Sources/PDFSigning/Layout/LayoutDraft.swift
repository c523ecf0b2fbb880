import PDFCore
import PDFText

/// A layout update in the making: the unsigned base and what one incremental update changes in it.
struct LayoutDraft {
    let reader: PDFReader
    let pages: [Page]
    private let growth: PageTreeGrowth
    private let tail: RevisionTail

    var update: IncrementalUpdate
    private var catalog: PDFDictionary
    /// New dictionaries of the base's pages, by page object.
    var changedPages: [ObjectID: PDFDictionary] = [:]
    var newPages: [(id: ObjectID, dictionary: PDFDictionary, shown: ShownPage)] = []
    private(set) var fields: [OpenField] = []
    /// What signers fill.
    var formFields: [OpenField] = []
    private var fonts = FontShelf()

    init(_ reader: PDFReader) throws {
        self.reader = reader
        pages = try reader.pages()
        growth = try PageTreeGrowth(reader, pageCount: pages.count)
        catalog = try reader.catalog().sparingValidators(of: reader)
        tail = try reader.tail
        update = IncrementalUpdate(after: tail)
    }

    /// Makes page content of every widget; the fields themselves go with the form.
    mutating func flattenForm() throws {
        let form = try UploadForm(of: reader)
        let typesetter = Typesetter()
        for page in pages {
            guard let flattening = try PageFlattening(page, in: reader) else { continue }
            changedPages[page.id] = try flattening.dictionary(
                of: form, setBy: typesetter, fonts: &fonts, into: &update)
        }
    }

    /// Embeds every glyph of these texts, one subset for each typeface.
    mutating func embed(_ blocks: [TextBlock]) throws {
        try fonts.embed(blocks, into: &update)
    }

    /// Appends a page, stating whatever it could inherit.
    mutating func append(_ page: LayoutUpdate.NewPage) throws {
        let content = try page.canvas.content(on: &fonts, into: &update)
        let stream = update.allocate()
        update.set(stream, toStream: content.stream.dictionary, body: content.stream.body)
        let box = PDFObject.numbers([0, 0, page.size.width, page.size.height])
        let dictionary: PDFDictionary = [
            "Type": .name("Page"), "Parent": .reference(growth.root), "MediaBox": box,
            "CropBox": box, "Rotate": 0, "Resources": .dictionary(content.resources),
            "Contents": .reference(stream),
        ]
        let shown = ShownPage(
            cropBox: PDFRectangle(x: 0, y: 0, width: page.size.width, height: page.size.height),
            rotation: 0)
        newPages.append((update.allocate(), dictionary, shown))
    }

    /// Adds a signature field with its widget on that page, counted from 0.
    ///
    /// - Parameter names: of the fields that its signature locks.
    @discardableResult
    mutating func addSignatureField(
        _ name: String, rect: [Double] = [0, 0, 0, 0], page number: Int,
        locking names: [String] = []
    ) throws -> OpenField {
        let id = update.allocate()
        let page = try annotate(number, with: id)
        var widget = SignatureWidget.dictionary(name: name, rect: rect, page: page)
        lock(names, in: &widget)
        let field = OpenField(name: name, id: id, dictionary: widget)
        fields.append(field)
        return field
    }

    /// Writes everything but the signature: fields, pages, page tree, form, catalog.
    mutating func write(
        certification: OpenField, signature: ObjectID
    ) throws -> RevisionStructure {
        try separateAnnotations()
        for field in fields + formFields where field.id != certification.id {
            update.set(field.id, to: .dictionary(field.dictionary.value))
        }
        var certified = certification.dictionary.value
        certified["V"] = .reference(signature)
        update.set(certification.id, to: .dictionary(certified))
        for page in newPages { update.set(page.id, to: .dictionary(page.dictionary)) }
        for page in pages {
            if let changed = changedPages[page.id] { update.set(page.id, to: .dictionary(changed)) }
        }
        if !newPages.isEmpty { growth.append(newPages.map(\.id), to: &update) }
        let acroForm = writeForm()
        writeCatalog(form: acroForm.id, signature: signature)
        return try structure(acroForm: acroForm, without: certification)
    }

    /// The page of that number as it will be shown; nil if there is none.
    func shown(_ number: Int) -> ShownPage? {
        if pages.indices.contains(number) { return ShownPage(pages[number]) }
        guard newPages.indices.contains(number - pages.count) else { return nil }
        return newPages[number - pages.count].shown
    }

    private mutating func writeForm() -> StoredObject {
        // SigFlags 3 = SignaturesExist, AppendOnly: a signer must not have to change it.
        var form: PDFDictionary = [
            "Fields": .array((fields + formFields).map { .reference($0.id) }), "SigFlags": 3,
        ]
        describeText(in: &form)
        let id = update.allocate()
        update.set(id, to: .dictionary(form))
        return StoredObject(id, form)
    }

    private mutating func writeCatalog(form: ObjectID, signature: ObjectID) {
        catalog["AcroForm"] = .reference(form)
        // /UR3, the usage rights of the upload, would not survive the change and goes.
        catalog["Perms"] = ["DocMDP": .reference(signature)]
        update.set(tail.root, to: .dictionary(catalog))
    }

    private func structure(
        acroForm: StoredObject, without certification: OpenField
    ) throws -> RevisionStructure {
        let first = pages.first.map { StoredObject($0.id, changedPages[$0.id] ?? $0.dictionary) }
        let firstPage = first ?? newPages.first.map { StoredObject($0.id, $0.dictionary) }
        return RevisionStructure(
            tail: tail, signatureFields: fields.filter { $0.id != certification.id },
            formFields: formFields,
            catalog: StoredObject(tail.root, catalog), acroForm: acroForm,
            firstPage: try firstPage.map { try AnnotatedPage($0, in: reader) }, fonts: fonts)
    }
}
