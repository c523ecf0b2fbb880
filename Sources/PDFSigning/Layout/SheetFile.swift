import PDFCore
public import PDFText

/// A sheet as a PDF of its own, certified in an invisible field.
public struct SheetFile: Sendable {
    public var sheet: SheetPages
    /// BCP 47.
    public var language: String
    public var certification: LayoutUpdate.Certification

    public init(
        sheet: SheetPages, language: String, certification: LayoutUpdate.Certification
    ) {
        self.sheet = sheet
        self.language = language
        self.certification = certification
    }

    /// The whole file in one revision, with a hole for the certification's CMS.
    public func prepared() throws -> PreparedUpdate {
        let nothing = RevisionTail(newFileOf: .table)
        var update = IncrementalUpdate(after: nothing)
        var fonts = FontShelf()
        let (tree, form) = (update.allocate(), update.allocate())
        let (field, signature) = (update.allocate(), update.allocate())
        var pages = try drawnPages(below: tree, fonts: &fonts, into: &update)
        guard !pages.isEmpty else { throw SigningError.noSuchPage(0) }
        pages[0].dictionary.value["Annots"] = [.reference(field)]
        var widget = SignatureWidget.dictionary(
            name: certification.fieldName, page: pages[0].id)
        widget["V"] = .reference(signature)
        let acroForm = StoredObject(form, ["Fields": [.reference(field)], "SigFlags": 3])
        let catalog = StoredObject(
            nothing.root, self.catalog(tree: tree, form: form, signature: signature))
        for object in [catalog, acroForm] + pages { update.set(object) }
        update.set(field, to: .dictionary(widget))
        update.set(tree, to: .dictionary(Self.tree(of: pages)))
        let value = SignatureDictionary(
            certification.claim, certifying: certification.level,
            contentsRoom: certification.contentsRoom)
        return try PreparedUpdate(
            update, signature: signature, value, in: certification.fieldName, after: SHA256State(),
            leaving: RevisionStructure(
                tail: nothing, signatureFields: [], catalog: catalog, acroForm: acroForm,
                firstPage: AnnotatedPage(pages[0]), fonts: fonts))
    }

    private func drawnPages(
        below tree: ObjectID, fonts: inout FontShelf, into update: inout IncrementalUpdate
    ) throws -> [StoredObject] {
        try fonts.embed(sheet.pages.flatMap(\.blocks), into: &update)
        return try sheet.pages.map { canvas in
            let content = try canvas.content(on: &fonts, into: &update)
            let (page, stream) = (update.allocate(), update.allocate())
            update.set(stream, toStream: content.stream.dictionary, body: content.stream.body)
            return StoredObject(
                page,
                [
                    "Type": .name("Page"), "Parent": .reference(tree),
                    "MediaBox": .numbers([0, 0, sheet.size.width, sheet.size.height]),
                    "Resources": .dictionary(content.resources), "Contents": .reference(stream),
                ])
        }
    }

    private func catalog(tree: ObjectID, form: ObjectID, signature: ObjectID) -> PDFDictionary {
        [
            "Type": .name("Catalog"), "Pages": .reference(tree), "Lang": .text(language),
            "AcroForm": .reference(form), "Perms": ["DocMDP": .reference(signature)],
        ]
    }

    private static func tree(of pages: [StoredObject]) -> PDFDictionary {
        [
            "Type": .name("Pages"), "Kids": .array(pages.map { .reference($0.id) }),
            "Count": .integer(pages.count),
        ]
    }
}
