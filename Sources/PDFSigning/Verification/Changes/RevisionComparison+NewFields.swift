import PDFCore

extension RevisionComparison {
    /// What a new signature field and its widget consist of; none of it acts or hangs the field in
    /// elsewhere.
    private static let keys: Set<PDFName> = [
        "Type", "Subtype", "FT", "T", "TU", "TM", "Ff", "F", "P", "Rect", "V", "AP", "AS", "MK",
        "BS", "Border", "H", "DA", "DR", "Q", "Lock", "SV", "M", "NM", "StructParent", "Kids",
    ]

    mutating func judgeNewField(_ element: PDFObject) throws(PDFError) {
        guard let (id, field) = try newPart(element, keys: Self.keys),
            try reader.resolve(field["FT"], asOf: newer).name == "Sig",
            let name = try reader.resolve(field["T"], asOf: newer).textValue,
            let widgets = try widgets(of: field, id)
        else {
            return changes.forbid(
                .forbiddenChange, "a new field that is no plain signature field",
                element.reference)
        }
        guard !fields.names.contains(name) else {
            return changes.forbid(
                .forbiddenChange, "a second field of the name \(name.shortened)", id)
        }
        var isDrawn = false
        for (_, widget) in widgets where try isVisible(widget) { isDrawn = true }
        if isDrawn { changes.visible.insert(name) }
        changes.added.insert(name)
        newWidgets.formUnion(widgets.keys)
        fields.add(signature: id, named: name, widgets: widgets.keys.filter { $0 != id })
        try noteSignature(field.present("V"), of: name, id, isDrawn: isDrawn)
    }

    /// A dictionary that this update brings, made of these keys; nil if it is anything else.
    private func newPart(
        _ element: PDFObject, keys: Set<PDFName>
    ) throws(PDFError) -> (ObjectID, PDFDictionary)? {
        guard let id = element.reference, reader.identifier(id.number, asOf: older) == nil,
            case .object(.dictionary(let part)) = try reader.object(id, asOf: newer),
            !part.hasDuplicateKeys, part.allSatisfy({ keys.contains($0.key) })
        else { return nil }
        return (id, part)
    }

    /// The field itself, or its kids; nil if one of them is no plain widget of this update.
    private func widgets(
        of field: PDFDictionary, _ id: ObjectID
    ) throws(PDFError) -> [ObjectID: PDFDictionary]? {
        guard let kids = field["Kids"] else { return [id: field] }
        var widgets: [ObjectID: PDFDictionary] = [:]
        for kid in try reader.resolve(kids, asOf: newer).array ?? [] {
            let keys = Self.keys.subtracting(["Kids", "T", "V", "FT"]).union(["Parent"])
            guard let (kidID, widget) = try newPart(kid, keys: keys),
                widget["Parent"] == nil || widget["Parent"] == .reference(id)
            else { return nil }
            widgets[kidID] = widget
        }
        return widgets
    }

    /// Visible is what does not certainly have an empty rectangle.
    func isVisible(_ widget: PDFDictionary) throws(PDFError) -> Bool {
        guard widget["Rect"] != nil else { return false }
        var corners: [PDFObject] = []
        for corner in try reader.resolve(widget["Rect"], asOf: newer).array ?? [] {
            corners.append(try reader.resolve(corner, asOf: newer))
        }
        return PDFRectangle(.array(corners))?.isEmpty != true
    }
}
