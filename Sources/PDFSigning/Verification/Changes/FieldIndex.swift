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
    }

    private(set) var members: [ObjectID: Member] = [:]
    private(set) var names: Set<String> = []

    init(_ reader: PDFReader, asOf revision: Int) throws(PDFError) {
        for field in try reader.fields(asOf: revision) {
            names.insert(field.name)
            members[field.id] = Member(name: field.name, type: field.type, field: field.id)
            for widget in field.widgets where widget != field.id {
                members[widget] = Member(name: field.name, type: field.type, field: field.id)
            }
        }
    }

    mutating func add(signature id: ObjectID, named name: String, widgets: [ObjectID]) {
        names.insert(name)
        for member in [id] + widgets {
            members[member] = Member(name: name, type: "Sig", field: id)
        }
    }
}
