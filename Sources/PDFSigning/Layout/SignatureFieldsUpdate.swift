public import PDFCore

/// One unsigned update that adds invisible signature fields to a document already signed.
///
/// Visible fields would be judged a forbidden change, and a certification may only come first.
public struct SignatureFieldsUpdate: Sendable {
    /// Partial names without a period, see ``FieldNames``.
    public var names: [String]

    public init(names: [String]) { self.names = names }

    /// The update on the newest revision of `reader`, whose digest is hashed if not given.
    public func made(on reader: PDFReader, hashed: SHA256State? = nil) throws -> RevisionDelta {
        try FieldNames.check(names, against: try reader.fields().map(\.name))
        guard let page = try reader.pages(prefix: 1).first else { throw SigningError.noSuchPage(0) }
        var structure = try RevisionStructure(of: reader)
        var update = IncrementalUpdate(after: structure.tail)
        for name in names {
            let widget = SignatureWidget.dictionary(name: name, page: page.id)
            let field = OpenField(name: name, id: update.allocate(), dictionary: widget)
            update.set(field.id, to: .dictionary(widget))
            structure.signatureFields.append(field)
        }
        let added = structure.signatureFields.suffix(names.count).map(\.id)
        try append(added, toFormOf: reader, structure: &structure, in: &update)
        try append(added, toAnnotationsOf: page, reader, structure: &structure, in: &update)
        var state = try hashed ?? SHA256State(of: reader.source)
        var identifier = state
        for name in names { identifier.update(Array(name.utf8)) }
        let finished = update.finish(newID: Array(identifier.digest().prefix(16)))
        state.update(finished.bytes)
        structure.tail = finished.tail
        return RevisionDelta(
            bytes: finished.bytes, context: RevisionContext(structure: structure, digest: state))
    }

    /// Changes the innermost object that holds the list: the list itself, the form or the catalog.
    private func append(
        _ fields: [ObjectID], toFormOf reader: PDFReader, structure: inout RevisionStructure,
        in update: inout IncrementalUpdate
    ) throws {
        guard let (id, form) = try reader.acroForm() else {
            throw SigningError.unsuitableBase("a signed file without a form")
        }
        let list = PDFObject.array(
            try reader.elements(form["Fields"]) + fields.map { .reference($0) })
        if let listID = form["Fields"]?.reference { return update.set(listID, to: list) }
        var grown = form
        grown["Fields"] = list
        if let id {
            structure.acroForm = StoredObject(id, grown)
            update.set(id, to: .dictionary(grown))
        } else {
            structure.catalog.dictionary.value["AcroForm"] = .dictionary(grown)
            update.set(structure.catalog.id, to: .dictionary(structure.catalog.dictionary.value))
        }
    }

    private func append(
        _ widgets: [ObjectID], toAnnotationsOf page: Page, _ reader: PDFReader,
        structure: inout RevisionStructure, in update: inout IncrementalUpdate
    ) throws {
        let old = page.dictionary["Annots"]
        let list = PDFObject.array(try reader.elements(old) + widgets.map { .reference($0) })
        if let listID = old?.reference { return update.set(listID, to: list) }
        var annotated = page.dictionary
        annotated["Annots"] = list
        structure.firstPage = StoredObject(page.id, annotated)
        update.set(page.id, to: .dictionary(annotated))
    }
}
