import PDFCore

extension RevisionComparison {
    /// The form and the security store have been judged by themselves.
    mutating func judgeCatalog(_ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary) {
        guard !new.hasDuplicateKeys else {
            return changes.forbid(.shadow, "a key of the catalog occurs twice", id)
        }
        let allowed: [PDFName] = ["AcroForm", "DSS", "Extensions", "Version", "Metadata"]
        if old["Metadata"] != new["Metadata"] { changes.touchesMetadata = true }
        for key in new.differences(from: old) where !allowed.contains(key) {
            changes.forbid(.forbiddenChange, "/\(key.text) of the catalog was changed", id)
        }
    }

    /// The document security store may grow (ISO 32000-2, 12.8.4.3); nothing in it may change.
    mutating func judgeSecurityStore() throws(PDFError) {
        let old = try reader.catalog(asOf: older)["DSS"]
        let new = try reader.catalog(asOf: newer)["DSS"]
        let before = try reader.resolve(old, asOf: older).dictionary ?? [:]
        guard let after = try reader.resolve(new, asOf: newer).dictionary else {
            if old != nil { changes.forbid(.forbiddenChange, "the security store was removed") }
            return
        }
        for key in after.keys where !["Type", "Certs", "CRLs", "OCSPs", "VRI"].contains(key) {
            changes.forbid(.forbiddenChange, "/\(key.text) in the security store", new?.reference)
        }
        for key in ["Certs", "CRLs", "OCSPs"] as [PDFName] {
            let first = try reader.resolve(before[key], asOf: older).array ?? []
            let second = try reader.resolve(after[key], asOf: newer).array ?? []
            if !Set(second).isSuperset(of: first) {
                changes.forbid(.forbiddenChange, "/\(key.text) of the security store shrank")
            }
        }
        try judgeRelatedInformation(before["VRI"], after["VRI"])
        let members = [old] + ["Certs", "CRLs", "OCSPs", "VRI"].map { before[$0] }
        expected.formUnion(members.compactMap { $0?.reference })
    }

    private mutating func judgeRelatedInformation(
        _ old: PDFObject?, _ new: PDFObject?
    ) throws(PDFError) {
        let before = try reader.resolve(old, asOf: older).dictionary ?? [:]
        let after = try reader.resolve(new, asOf: newer).dictionary ?? [:]
        for (key, value) in before where after[key] != value {
            changes.forbid(
                .forbiddenChange, "/\(key.text) of the security store was changed",
                value.reference)
        }
    }
}
