import PDFCore

/// The form's fields by the objects that they consist of.
///
/// What a permitted update may change of a field is not in it, so it stays true from revision to
/// revision and is only added to.
struct FieldIndex {
    struct Member {
        /// The full name of the field.
        var name: String
        var type: PDFName?
        /// The field itself; another object than the member where its widget stands apart.
        var field: ObjectID
        /// The name of the signature field whose signer alone fills it, when signing; nil where
        /// the form does not say so.
        var owner: String?
    }

    private(set) var members: [ObjectID: Member] = [:]
    private(set) var names: Set<String> = []
    /// The signature fields.
    private(set) var signatures: [String: ObjectID] = [:]

    init(_ reader: PDFReader, asOf revision: Int) throws(PDFError) {
        for field in try reader.fields(asOf: revision) {
            names.insert(field.name)
            if field.type == "Sig" { signatures[field.name] = field.id }
            let member = Member(
                name: field.name, type: field.type, field: field.id,
                owner: FormTerms.owner(of: field.dictionary))
            for part in [field.id] + field.widgets { members[part] = member }
        }
    }

    mutating func add(signature id: ObjectID, named name: String, widgets: [ObjectID]) {
        names.insert(name)
        signatures[name] = id
        for member in [id] + widgets {
            members[member] = Member(name: name, type: "Sig", field: id)
        }
    }
}
