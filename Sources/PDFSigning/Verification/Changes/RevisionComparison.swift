import PDFCore

/// Compares a revision with the one before by a list of what is allowed: whatever is not on it is
/// forbidden. The list is what all known validators agree on.
struct RevisionComparison {
    let reader: PDFReader
    let older: Int
    let newer: Int
    let survey: ReferenceSurvey
    var changes = RevisionChanges()
    /// Objects on the list for the structure that they belong to, which is judged as a whole.
    var expected: Set<ObjectID> = []
    /// New signature fields.
    var newWidgets: Set<ObjectID> = []
    /// The fields of the older revision.
    var fields: [ObjectID: FormField] = [:]

    init(_ reader: PDFReader, newer: Int, survey: ReferenceSurvey) {
        self.reader = reader
        self.newer = newer
        older = newer - 1
        self.survey = survey
    }

    mutating func run() -> RevisionChanges {
        do throws(PDFError) {
            try judgeTrailer()
            for field in try reader.fields(asOf: older) { fields[field.id] = field }
            try judgeForm()
            try judgeSecurityStore()
            for number in reader.revisions[newer].entries.keys.sorted() { try judge(number) }
        } catch {
            changes.problems.append(VerificationProblem(error))
        }
        return changes
    }

    private mutating func judgeTrailer() throws(PDFError) {
        let (old, new) = (reader.revisions[older].trailer, reader.revisions[newer].trailer)
        if old["Root"] != new["Root"] { changes.forbid(.shadow, "another catalog takes its place") }
        if reader.revisions[newer].entries.values.allSatisfy({ $0 == .free }) {
            changes.forbid(.incrementalSaving, "an update that lists no object")
        }
    }

    private mutating func judge(_ number: Int) throws(PDFError) {
        let (old, new) = (reader.entry(number, asOf: older), reader.entry(number, asOf: newer))
        // Some writers repeat the entries of what they leave alone.
        guard old != new else { return }
        guard let newID = reader.identifier(number, asOf: newer) else {
            if let id = reader.identifier(number, asOf: older) {
                changes.forbid(.shadow, "an object was removed", id)
            }
            return
        }
        guard liesInUpdate(new) else {
            return changes.forbid(.shadow, "an update lists an object outside itself", newID)
        }
        guard let oldID = reader.identifier(number, asOf: older) else {
            return judgeNew(newID)
        }
        guard oldID == newID else {
            return changes.forbid(.shadow, "an object was replaced by another generation", newID)
        }
        try judgeChanged(newID)
    }

    private func liesInUpdate(_ entry: XRefEntry?) -> Bool {
        let range = reader.revisions[newer].range
        switch entry {
        case .plain(let offset, _): return range.contains(offset)
        case .compressed(let stream, _):
            guard case .plain(let offset, _) = reader.entry(stream, asOf: newer) else {
                return false
            }
            return range.contains(offset)
        case .free, nil: return false
        }
    }

    private mutating func judgeNew(_ id: ObjectID) {
        guard survey.count(id.number) > 0 else { return }
        changes.forbid(.shadow, "an object appears that signed ones already referred to", id)
    }

    private mutating func judgeChanged(_ id: ObjectID) throws(PDFError) {
        let old = try reader.object(id, asOf: older)
        let new = try reader.object(id, asOf: newer)
        guard try !reader.areEqual(old, new), !expected.contains(id) else { return }
        if id == reader.revisions[older].trailer["Root"]?.reference {
            return judgeCatalog(id, old.dictionary ?? [:], new.dictionary ?? [:])
        }
        if let field = fields[id], let old = old.dictionary,
            case .object(.dictionary(let new)) = new
        {
            return try judge(field, old, new)
        }
        if let old = old.dictionary, let new = new.dictionary, old["Type"]?.name == "Page" {
            return try judgePage(id, old, new)
        }
        if isMetadata(id, old, new) { return }
        if try isOwnAppearance(id, old, new) || isXRef(old) && isXRef(new) { return }
        if try isGrownAnnotationList(id, old.value, new.value) { return }
        changes.forbid(.forbiddenChange, "\(old.words) was changed", id)
    }

    /// The information dictionary or an XMP stream, if nothing else refers to it.
    private mutating func isMetadata(
        _ id: ObjectID, _ old: IndirectObject, _ new: IndirectObject
    ) -> Bool {
        let isInformation = id == reader.revisions[older].trailer["Info"]?.reference
        let isXMP = [old, new].allSatisfy { $0.dictionary?["Type"]?.name == "Metadata" }
        guard isInformation && survey.count(id.number) == 0 || isXMP && survey.count(id.number) < 2
        else { return false }
        changes.touchesMetadata = true
        return true
    }

    private func isXRef(_ object: IndirectObject) -> Bool {
        object.dictionary?["Type"]?.name == "XRef"
    }
}

extension IndirectObject {
    /// What it is, for a reason.
    fileprivate var words: String {
        if let type = dictionary?["Type"]?.name { return "an object of type \(type.text)" }
        if case .stream = self { return "a stream" }
        return "an object"
    }
}

extension PDFDictionary {
    /// The keys whose values differ, in the order of their appearance.
    func differences(from other: PDFDictionary) -> [PDFName] {
        let own = keys.filter { self[$0] != other[$0] }
        return own + other.keys.filter { self[$0] == nil }
    }
}
