public import PDFCore
import PDFText

extension RevisionContext {
    /// Reads the whole file: the context as the bytes alone tell it, with an empty font shelf.
    public init(rebuildingFrom reader: PDFReader) throws {
        self.init(
            structure: try RevisionStructure(of: reader),
            digest: try SHA256State(of: reader.source))
    }
}

extension SHA256State {
    /// The state after all bytes of `source`, read in windows.
    public init(of source: any ByteSource) throws(PDFError) {
        var state = SHA256State()
        try source.forEachWindow(of: 0..<source.count) { state.update($0) }
        self = state
    }
}

extension RevisionStructure {
    /// What the newest revision holds.
    init(of reader: PDFReader) throws {
        try self.init(
            of: reader, fields: try reader.fields(),
            firstPage: try reader.pages(prefix: 1).first)
    }

    init(of reader: PDFReader, fields: [FormField], firstPage: Page?) throws {
        let signatureFields = fields.filter { $0.type == "Sig" }
        let open = try signatureFields.filter {
            try $0.isMerged && reader.resolve($0.value).isNull
        }
        let form = try reader.acroForm()
        let tail = try reader.tail
        self.init(
            tail: tail,
            signatureFields: open.map { OpenField($0) },
            formFields: fields.openFormFields(of: open).map { OpenField($0) },
            catalog: StoredObject(tail.root, try reader.catalog()),
            acroForm: form.flatMap { form in form.id.map { StoredObject($0, form.dictionary) } },
            fieldList: try reader.list(form?.dictionary["Fields"]),
            firstPage: try firstPage.map { try AnnotatedPage($0, in: reader) },
            securityStore: try SecurityStore(of: reader), fonts: FontShelf())
        for field in signatureFields {
            if let record = try reader.signatureRecord(of: field) { signatures.insert(record) }
        }
        try checkRoles()
    }
}

extension OpenField {
    fileprivate init(_ field: FormField) {
        self.init(name: field.name, id: field.id, dictionary: field.dictionary)
    }
}

extension [FormField] {
    /// The fields that the signers of these will fill.
    fileprivate func openFormFields(of signatures: [FormField]) -> [FormField] {
        let owners = Set(signatures.map(\.name))
        return filter { field in
            guard field.isMerged, let owner = FormTerms.owner(of: field.dictionary) else {
                return false
            }
            return field.type != "Sig" && owners.contains(owner)
        }
    }
}
