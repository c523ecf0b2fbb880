import PDFCore

extension RevisionStructure {
    /// SignaturesExist and AppendOnly (ISO 32000-2 table 225).
    private static let signatureFlags: PDFObject = 3

    /// Lists a new field in the form, which is made if there is none.
    mutating func addToForm(_ field: ObjectID, in update: inout IncrementalUpdate) {
        guard let form else { return makeForm(of: field, in: &update) }
        var grown = form
        if fieldList != nil {
            fieldList?.append(field, in: &update)
        } else {
            grown["Fields"] = .array((form["Fields"]?.array ?? []) + [.reference(field)])
        }
        replaceForm(with: flagged(grown), in: &update)
    }

    /// Says in the form that there are signatures, if nothing is signed yet: after the first
    /// signature validators take it for a forbidden change.
    mutating func flagForm(in update: inout IncrementalUpdate) {
        if let form { replaceForm(with: flagged(form), in: &update) }
    }

    private func flagged(_ form: PDFDictionary) -> PDFDictionary {
        guard signatures.isEmpty else { return form }
        var flagged = form
        flagged["SigFlags"] = Self.signatureFlags
        return flagged
    }

    private var form: PDFDictionary? {
        acroForm?.dictionary.value ?? catalog.dictionary.value["AcroForm"]?.dictionary
    }

    private mutating func makeForm(of field: ObjectID, in update: inout IncrementalUpdate) {
        let form = StoredObject(
            update.allocate(),
            ["Fields": [.reference(field)], "SigFlags": Self.signatureFlags])
        acroForm = form
        catalog.dictionary.value["AcroForm"] = .reference(form.id)
        update.set(form)
        update.set(catalog)
    }

    /// Writes the innermost object that holds the form's dictionary, if it changed.
    private mutating func replaceForm(
        with changed: PDFDictionary, in update: inout IncrementalUpdate
    ) {
        guard changed != form else { return }
        if let acroForm {
            self.acroForm = StoredObject(acroForm.id, changed)
            update.set(acroForm.id, to: .dictionary(changed))
        } else {
            catalog.dictionary.value["AcroForm"] = .dictionary(changed)
            update.set(catalog)
        }
    }
}
