import PDFCore

extension RevisionComparison {
    /// The form may grow by signature fields at its end, and by resources.
    mutating func judgeForm() throws(PDFError) {
        let old = try reader.acroForm(asOf: older)
        let new = try reader.acroForm(asOf: newer)
        guard var before = old?.dictionary, var after = new?.dictionary else {
            if old == nil && new == nil { return }
            return changes.forbid(.forbiddenChange, "the form appeared or disappeared")
        }
        let oldList = try reader.resolve(before["Fields"], asOf: older).array ?? []
        let newList = try reader.resolve(after["Fields"], asOf: newer).array ?? []
        guard newList.starts(with: oldList) else {
            return changes.forbid(.forbiddenChange, "the form's fields were removed or reordered")
        }
        for element in newList.dropFirst(oldList.count) { try judgeNewField(element) }
        expected.formUnion(
            [old?.id, new?.id, before["Fields"]?.reference].compactMap(\.self))
        (before["Fields"], after["Fields"]) = (nil, nil)
        if try hasGrownResources(before["DR"], after["DR"]) {
            expected.formUnion([before["DR"]?.reference].compactMap(\.self))
            (before["DR"], after["DR"]) = (nil, nil)
        }
        for key in after.differences(from: before) where key != "DA" {
            changes.forbid(.forbiddenChange, "/\(key.text) of the form was changed", new?.id)
        }
    }

    /// Whether every resource of before is still there, under its name.
    private func hasGrownResources(
        _ old: PDFObject?, _ new: PDFObject?
    ) throws(PDFError) -> Bool {
        let before = try reader.resolve(old, asOf: older).dictionary ?? [:]
        let after = try reader.resolve(new, asOf: newer).dictionary ?? [:]
        for (kind, value) in before where after[kind] != value {
            let resources = try reader.resolve(value, asOf: older).dictionary ?? [:]
            let grown = try reader.resolve(after[kind], asOf: newer).dictionary ?? [:]
            guard resources.allSatisfy({ grown[$0.key] == $0.value }), !resources.isEmpty else {
                return false
            }
        }
        return true
    }

    private mutating func judgeNewField(_ element: PDFObject) throws(PDFError) {
        guard let id = element.reference, reader.identifier(id.number, asOf: older) == nil,
            let field = try reader.object(id, asOf: newer).dictionary,
            field["FT"]?.name == "Sig", let name = field["T"]?.textValue, field["Kids"] == nil
        else {
            return changes.forbid(
                .forbiddenChange, "a new field that is no signature field", element.reference)
        }
        if PDFRectangle(field["Rect"])?.isEmpty == false { changes.visible.insert(name) }
        newWidgets.insert(id)
        changes.added.insert(name)
        try noteSignature(field["V"], of: name, id)
    }

    /// A page may get the new fields' widgets at the end of its annotations.
    mutating func judgePage(
        _ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) {
        for key in new.differences(from: old) where key != "Annots" {
            changes.forbid(.forbiddenChange, "/\(key.text) of a page was changed", id)
        }
        let before = try reader.resolve(old["Annots"], asOf: older).array ?? []
        let after = try reader.resolve(new["Annots"], asOf: newer).array ?? []
        if !isGrown(before, after) {
            changes.forbid(.visibleAddition, "the annotations of a page were changed", id)
        }
    }

    /// The same for a page whose annotations are an object of their own.
    func isGrownAnnotationList(
        _ id: ObjectID, _ old: PDFObject, _ new: PDFObject
    ) throws(PDFError) -> Bool {
        guard let before = old.array, let after = new.array, isGrown(before, after) else {
            return false
        }
        return try reader.pages(asOf: older).contains { $0.dictionary["Annots"]?.reference == id }
    }

    private func isGrown(_ before: [PDFObject], _ after: [PDFObject]) -> Bool {
        after.starts(with: before)
            && after.dropFirst(before.count).allSatisfy {
                $0.reference.map(newWidgets.contains) == true
            }
    }
}
