import PDFCore

extension RevisionComparison {
    /// The form and the security store have been judged by themselves.
    mutating func judgeCatalog(_ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary) {
        let allowed: [PDFName] = ["AcroForm", "DSS", "Extensions", "Version", "Metadata"]
        if old["Metadata"] != new["Metadata"] { changes.touchesMetadata = true }
        for key in new.differences(from: old) where !allowed.contains(key) {
            changes.forbid(
                .forbiddenChange, "/\(key.text.shortened) of the catalog was changed", id)
        }
    }

    /// The information dictionary or an XMP stream, if nothing else refers to it.
    mutating func isMetadata(
        _ id: ObjectID, _ old: IndirectObject, _ new: IndirectObject
    ) -> Bool {
        let isInformation = id == reader.revisions[older].trailer["Info"]?.reference
        let isXMP = [old, new].allSatisfy { $0.dictionary?["Type"]?.name == "Metadata" }
        guard isInformation && survey.count(id) == 0 || isXMP && survey.count(id) < 2 else {
            return false
        }
        changes.touchesMetadata = true
        return true
    }

    /// What developers' extensions a file uses changes nothing of what it shows (7.12).
    mutating func expectExtensions() throws(PDFError) {
        let extensions = try reader.catalog(asOf: older)["Extensions"]
        expect(extensions)
        let developers = try reader.resolve(extensions, asOf: older).dictionary
        for (_, developer) in developers ?? [:] {
            expect(developer)
            guard let levels = try reader.resolve(developer, asOf: older).array else { continue }
            for level in levels { expect(level) }
        }
    }

    /// The document security store may grow (ISO 32000-2, 12.8.4.3); nothing in it may change.
    mutating func judgeSecurityStore() throws(PDFError) {
        let old = try reader.catalog(asOf: older).present("DSS")
        let new = try reader.catalog(asOf: newer).present("DSS")
        let before = try reader.resolve(old, asOf: older).dictionary ?? [:]
        guard let after = try reader.resolve(new, asOf: newer).dictionary else {
            if old != nil { changes.forbid(.forbiddenChange, "the security store was removed") }
            return
        }
        for key in after.keys where !["Type", "Certs", "CRLs", "OCSPs", "VRI"].contains(key) {
            changes.forbid(
                .forbiddenChange, "/\(key.text.shortened) in the security store", new?.reference)
        }
        for key in ["Certs", "CRLs", "OCSPs"] as [PDFName] {
            try judgeStoredValues(before[key], after[key], key)
        }
        try judgeRelatedInformation(before["VRI"], after["VRI"])
        expect(old)
        for key in ["Certs", "CRLs", "OCSPs", "VRI"] as [PDFName] { expect(before[key]) }
    }

    private mutating func judgeStoredValues(
        _ old: PDFObject?, _ new: PDFObject?, _ key: PDFName
    ) throws(PDFError) {
        let first = try reader.resolve(old, asOf: older).array ?? []
        let second = try reader.resolve(new, asOf: newer).array ?? []
        if !Set(second).isSuperset(of: first) {
            changes.forbid(.forbiddenChange, "/\(key.text) of the security store shrank")
        }
    }

    private mutating func judgeRelatedInformation(
        _ old: PDFObject?, _ new: PDFObject?
    ) throws(PDFError) {
        let before = try reader.resolve(old, asOf: older).dictionary ?? [:]
        let after = try reader.resolve(new, asOf: newer).dictionary ?? [:]
        for (key, value) in before where after[key] != value {
            changes.forbid(
                .forbiddenChange, "/\(key.text.shortened) of the security store was changed",
                value.reference)
        }
    }
}
