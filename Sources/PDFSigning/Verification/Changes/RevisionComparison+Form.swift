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
        guard !after.hasDuplicateKeys else {
            return changes.forbid(.shadow, "a key of the form occurs twice", new?.id)
        }
        try judgeFieldList(before["Fields"], after["Fields"])
        (before["Fields"], after["Fields"]) = (nil, nil)
        if try hasGrownResources(before["DR"], after["DR"]) {
            (before["DR"], after["DR"]) = (nil, nil)
        }
        expect(old?.id.map(PDFObject.reference))
        for key in after.differences(from: before) where key != "DA" {
            changes.forbid(
                .forbiddenChange, "/\(key.text.shortened) of the form was changed", new?.id)
        }
    }

    private mutating func judgeFieldList(_ old: PDFObject?, _ new: PDFObject?) throws(PDFError) {
        let before = try reader.resolve(old, asOf: older).array ?? []
        let after = try reader.resolve(new, asOf: newer).array ?? []
        guard after.starts(with: before) else {
            return changes.forbid(.forbiddenChange, "the form's fields were removed or reordered")
        }
        for element in after.dropFirst(before.count) { try judgeNewField(element) }
        expect(old)
    }

    /// Whether every resource of before is still there, under its name.
    private mutating func hasGrownResources(
        _ old: PDFObject?, _ new: PDFObject?
    ) throws(PDFError) -> Bool {
        let before = try reader.resolve(old, asOf: older).dictionary ?? [:]
        let after = try reader.resolve(new, asOf: newer).dictionary ?? [:]
        for (kind, value) in before {
            let resources = try reader.resolve(value, asOf: older)
            let grown = try reader.resolve(after[kind], asOf: newer)
            guard resources != grown else { continue }
            guard let resources = resources.dictionary, let grown = grown.dictionary,
                resources.allSatisfy({ grown[$0.key] == $0.value })
            else { return false }
            expect(value)
        }
        expect(old)
        return true
    }
}
