public import PDFCore

/// Gathers the facts of an uploaded file by a strict reading.
///
/// Encrypted content stays unread; damaged files do not get this far, their reader throws.
public struct UploadInspector {
    private let reader: PDFReader

    public init(_ reader: PDFReader) { self.reader = reader }

    public func facts() throws -> UploadFacts {
        var facts = UploadFacts()
        facts.uncleanReasons = Cleanness(of: reader).reasons.map(\.words)
        facts.isEncrypted = reader.isEncrypted
        facts.isHybrid = reader.isHybrid
        guard !facts.isEncrypted else { return facts }
        let catalog = try reader.catalog()
        let pages = try reader.pages()
        facts.pageSizes = pages.map(Self.size)
        try noteForm(catalog, in: &facts)
        try noteSignatures(catalog, in: &facts)
        try noteActions(catalog, pages, in: &facts)
        return facts
    }

    /// What a page shows: the crop box, turned.
    private static func size(_ page: Page) -> UploadFacts.PageSize {
        let box = page.cropBox
        let isTurned = page.rotation % 180 != 0
        return UploadFacts.PageSize(
            width: isTurned ? box.height : box.width, height: isTurned ? box.width : box.height)
    }

    private func noteActions(
        _ catalog: PDFDictionary, _ pages: [Page], in facts: inout UploadFacts
    ) throws {
        var survey = ActionSurvey(reader)
        try survey.survey(catalog: catalog)
        for page in pages { try survey.survey(page: page.dictionary) }
        for field in try reader.fields() { try survey.surveyTriggers(field.dictionary["AA"]) }
        facts.hasOpenAction = try !reader.resolve(catalog["OpenAction"]).isNull
        facts.hasJavaScript = survey.hasJavaScript
        facts.hasLaunch = survey.hasLaunch
        facts.hasAttachments = survey.hasAttachments
    }

    private func noteForm(_ catalog: PDFDictionary, in facts: inout UploadFacts) throws {
        guard let form = try reader.optionalDictionary(catalog["AcroForm"]) else { return }
        facts.fieldNames = try reader.fields().map(\.name)
        facts.needsAppearances = try reader.resolve(form["NeedAppearances"]).boolean ?? false
        // /NeedsRendering is the standard's mark of a dynamic form; others simply have no fields.
        let needsRendering = try reader.resolve(catalog["NeedsRendering"]).boolean ?? false
        let hasXFA = try !reader.resolve(form["XFA"]).isNull
        facts.hasDynamicXFA = hasXFA && (needsRendering || facts.fieldNames.isEmpty)
    }

    private func noteSignatures(_ catalog: PDFDictionary, in facts: inout UploadFacts) throws {
        for field in try reader.fields() where field.type == "Sig" {
            guard let value = try reader.optionalDictionary(field.value) else { continue }
            facts.signedFieldNames.append(field.name)
            for reference in try reader.elements(value["Reference"]) {
                try noteTransform(try reader.optionalDictionary(reference), in: &facts)
            }
            if let lock = try reader.optionalDictionary(field.dictionary["Lock"]) {
                try noteLimits(lock, in: &facts)
            }
        }
    }

    private func noteTransform(
        _ reference: PDFDictionary?, in facts: inout UploadFacts
    ) throws {
        let method = try reader.name(reference?["TransformMethod"])
        guard method == "DocMDP" || method == "FieldMDP" else { return }
        guard let limits = try reader.optionalDictionary(reference?["TransformParams"]) else {
            return
        }
        try noteLimits(limits, in: &facts)
        // Without /P a certification allows form filling (ISO 32000-2 table 257).
        if method == "DocMDP", limits["P"] == nil { facts.restrict(to: .formFilling) }
    }

    /// The parameters of a transform and a lock dictionary share these keys.
    private func noteLimits(_ limits: PDFDictionary, in facts: inout UploadFacts) throws {
        let action = try reader.name(limits["Action"])
        if action == "All" || action == "Exclude" { facts.areNewFieldsLocked = true }
        if let level = try reader.resolve(limits["P"]).asInteger {
            facts.restrict(to: CertificationLevel(rawValue: level) ?? .noChanges)
        }
    }
}

extension UploadFacts {
    fileprivate mutating func restrict(to level: CertificationLevel) {
        guard let known = certification, known.rawValue <= level.rawValue else {
            certification = level
            return
        }
    }
}
