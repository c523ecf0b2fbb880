import PDFCore

extension RevisionComparison {
    /// Filling or signing changes the value, the appearance and its state, and nothing else.
    mutating func judge(
        _ field: FieldIndex.Member, _ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) {
        let isKid = field.field != id
        let allowed: [PDFName] =
            isKid ? ["AP", "AS"] : field.type == "Sig" ? ["V", "AP"] : ["V", "AP", "AS"]
        for key in new.differences(from: old) where !allowed.contains(key) {
            if key == "F" && hidesAlike(old[key], new[key]) { continue }
            forbid(key, of: field, id)
        }
        if let shared = old["AP"]?.reference, old["AP"] != new["AP"], survey.count(shared) > 1 {
            changes.forbid(.shadow, "the appearance of \(field.name.shortened) was shared", id)
        }
        if field.type == "Sig" {
            return try isKid
                ? judgeDrawing(of: field, id) : judgeSigning(of: field, id, old, new)
        }
        if !isKid && old.present("V") != nil && new.present("V") == nil {
            changes.forbid(
                .forbiddenChange, "the value of \(field.name.shortened) is gone", id)
        }
        try noteFilling(of: field, id)
    }

    /// A field that belongs to a signer is filled by the update that signs in their field.
    mutating func noteFilling(of field: FieldIndex.Member, _ id: ObjectID) throws(PDFError) {
        changes.filled.insert(field.name)
        guard let owner = field.owner else { return }
        guard let signature = fields.signatures[owner], try isSignedNow(signature) else {
            return changes.forbid(
                .forbiddenChange,
                "the field \(field.name.shortened) was changed by another than its signer", id)
        }
    }

    /// Filling may lock a field; it must not make it appear or disappear (table 167: invisible,
    /// hidden, not viewed).
    private func hidesAlike(_ old: PDFObject?, _ new: PDFObject?) -> Bool {
        let hiding = 1 | 2 | 32
        return (old?.asInteger ?? 0) & hiding == (new?.asInteger ?? 0) & hiding
    }

    private mutating func forbid(_ key: PDFName, of field: FieldIndex.Member, _ id: ObjectID) {
        let isVisible = ["Rect", "MK", "F", "BS", "Border"].contains(key)
        changes.forbid(
            isVisible ? .visibleAddition : .forbiddenChange,
            "/\(key.text.shortened) of the field \(field.name.shortened) was changed", id)
    }

    /// A signature field changes by being signed, once.
    private mutating func judgeSigning(
        of field: FieldIndex.Member, _ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) {
        guard old.present("V") == nil else {
            return changes.forbid(
                .forbiddenChange, "the signed field \(field.name.shortened) was changed", id)
        }
        let isDrawn = try isVisible(new) && old["AP"] != new["AP"]
        guard let value = new.present("V") else {
            if isDrawn {
                changes.forbid(
                    .visibleAddition, "the unsigned field \(field.name.shortened) was drawn", id)
            }
            changes.filled.insert(field.name)
            return
        }
        try noteSignature(value, of: field.name, id, isDrawn: isDrawn)
    }

    /// The widget of a signature field is drawn when the field is signed.
    private mutating func judgeDrawing(
        of field: FieldIndex.Member, _ id: ObjectID
    ) throws(PDFError) {
        if try !isSignedNow(field.field) {
            changes.forbid(
                .visibleAddition, "the field \(field.name.shortened) was drawn unsigned", id)
        }
    }

    /// A signature must be a new object of this update.
    mutating func noteSignature(
        _ value: PDFObject?, of name: String, _ fieldID: ObjectID, isDrawn: Bool
    ) throws(PDFError) {
        guard let value else { return }
        guard let id = value.reference, reader.identifier(id.number, asOf: older) == nil else {
            return changes.forbid(
                .signatureWrapping, "the value of \(name.shortened) is not of this update",
                fieldID)
        }
        changes.filled.insert(name)
        let signature = try reader.object(id, asOf: newer).dictionary
        if signature?.isDocumentTimestamp == true && !isDrawn { changes.timestamped.insert(name) }
    }
}

extension PDFDictionary {
    /// Both are needed: the type says what is allowed, the form says what is verified (12.8.5).
    var isDocumentTimestamp: Bool {
        self["Type"]?.name == "DocTimeStamp" && self["SubFilter"]?.name == "ETSI.RFC3161"
    }
}
