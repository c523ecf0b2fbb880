import PDFCore

extension RevisionComparison {
    /// Filling or signing changes /V, /AP and /AS of a merged field and nothing else.
    mutating func judge(
        _ field: FormField, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) {
        let isSignature = field.type == "Sig"
        let allowed: [PDFName] = isSignature ? ["V", "AP"] : ["V", "AP", "AS"]
        guard !new.hasDuplicateKeys else {
            return changes.forbid(.shadow, "a key of \(field.name) occurs twice", field.id)
        }
        for key in new.differences(from: old) where !allowed.contains(key) {
            if key == "F" && hidesAlike(old[key], new[key]) { continue }
            forbid(key, of: field)
        }
        if let shared = old["AP"]?.reference, old["AP"] != new["AP"],
            survey.count(shared.number) > 1
        {
            changes.forbid(.shadow, "the appearance of \(field.name) was shared", field.id)
        }
        if isSignature {
            try judgeSigning(of: field, old, new)
        } else {
            if old["V"] != nil && new["V"] == nil {
                changes.forbid(.forbiddenChange, "the value of \(field.name) is gone", field.id)
            }
            changes.filled.insert(field.name)
        }
    }

    /// Signing may lock a field; it must not make it appear or disappear (table 167: invisible,
    /// hidden, not viewed).
    private func hidesAlike(_ old: PDFObject?, _ new: PDFObject?) -> Bool {
        let hiding = 1 | 2 | 32
        return (old?.asInteger ?? 0) & hiding == (new?.asInteger ?? 0) & hiding
    }

    private mutating func forbid(_ key: PDFName, of field: FormField) {
        let isVisible = ["Rect", "MK", "F", "BS", "Border"].contains(key)
        changes.forbid(
            isVisible ? .visibleAddition : .forbiddenChange,
            "/\(key.text) of the field \(field.name) was changed", field.id)
    }

    private mutating func judgeSigning(
        of field: FormField, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) {
        guard old["V"] == nil else {
            return changes.forbid(
                .forbiddenChange, "the signed field \(field.name) was changed", field.id)
        }
        try noteSignature(new["V"], of: field.name, field.id)
    }

    /// A signature must be a new object of this update.
    mutating func noteSignature(
        _ value: PDFObject?, of name: String, _ fieldID: ObjectID
    ) throws(PDFError) {
        guard let value else { return }
        guard let id = value.reference, reader.identifier(id.number, asOf: older) == nil else {
            return changes.forbid(
                .signatureWrapping, "the value of \(name) is not of this update", fieldID)
        }
        changes.filled.insert(name)
        let signature = try reader.object(id, asOf: newer).dictionary
        if signature?["Type"]?.name == "DocTimeStamp" { changes.timestamped.insert(name) }
    }

    /// A field may draw its appearance anew in place, if nothing else shows the same stream.
    mutating func isOwnAppearance(
        _ id: ObjectID, _ old: IndirectObject, _ new: IndirectObject
    ) throws(PDFError) -> Bool {
        guard case .stream(let before, _) = old, case .stream(let after, _) = new,
            before["Subtype"]?.name == "Form", after["Subtype"]?.name == "Form",
            survey.count(id.number) == 1,
            let field = fields.values.first(where: { $0.showsByItself(id) }),
            field.type != "Sig" || field.value == nil
        else { return false }
        changes.filled.insert(field.name)
        return true
    }
}

extension FormField {
    /// Whether an appearance in this dictionary, by itself or as a state, is that object.
    fileprivate func showsByItself(_ id: ObjectID) -> Bool {
        guard let appearances = dictionary["AP"]?.dictionary else { return false }
        return appearances.contains { _, appearance in
            appearance.reference == id
                || appearance.dictionary?.contains { $0.value.reference == id } == true
        }
    }
}
