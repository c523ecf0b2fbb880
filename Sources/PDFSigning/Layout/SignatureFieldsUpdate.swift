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
        guard try reader.acroForm() != nil else {
            throw SigningError.unsuitableBase("a signed file without a form")
        }
        var structure = try RevisionStructure(of: reader)
        var update = IncrementalUpdate(after: structure.tail)
        for name in names {
            let field = try structure.addInvisibleField(named: name, in: &update)
            update.set(field.id, to: .dictionary(field.dictionary.value))
            structure.signatureFields.append(field)
        }
        var state = try hashed ?? SHA256State(of: reader.source)
        var identifier = state
        for name in names { identifier.update(Array(name.utf8)) }
        let finished = update.finish(newID: Array(identifier.digest().prefix(16)))
        state.update(finished.bytes)
        structure.tail = finished.tail
        return RevisionDelta(
            bytes: finished.bytes, context: RevisionContext(structure: structure, digest: state))
    }
}

extension RevisionStructure {
    /// Lists a new invisible signature field in the form and on the first page; its dictionary is
    /// still to be written.
    mutating func addInvisibleField(
        named name: String, in update: inout IncrementalUpdate
    ) throws(SigningError) -> OpenField {
        guard let page = firstPage?.page.id else { throw .noSuchPage(0) }
        let widget = SignatureWidget.dictionary(name: name, page: page)
        let field = OpenField(name: name, id: update.allocate(), dictionary: widget)
        addToForm(field.id, in: &update)
        firstPage?.add(field.id, in: &update)
        return field
    }
}
