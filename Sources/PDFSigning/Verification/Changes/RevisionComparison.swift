import PDFCore

/// Compares a revision with the one before by a list of what is allowed: whatever is not on it is
/// forbidden. The list is what all known validators agree on.
struct RevisionComparison {
    let reader: PDFReader
    let older: Int
    let newer: Int
    let survey: ReferenceSurvey
    /// The fields of the older revision, and then those that the newer one adds.
    var fields: FieldIndex
    var changes = RevisionChanges()
    /// Objects on the list for the structure that they belong to, which is judged as a whole.
    var expected: Set<ObjectID> = []
    /// New signature fields.
    var newWidgets: Set<ObjectID> = []
    /// What an object that draws an appearance belongs to; looked up only where one is replaced.
    lazy var owners = appearanceOwners()

    init(_ reader: PDFReader, newer: Int, _ survey: ReferenceSurvey, _ fields: FieldIndex) {
        self.reader = reader
        self.newer = newer
        older = newer - 1
        self.survey = survey
        self.fields = fields
    }

    mutating func run() -> RevisionChanges {
        do throws(PDFError) {
            if let gap = survey.gap { throw gap }
            judgeTrailer()
            try judgeBytes()
            try judgeForm()
            try judgeSecurityStore()
            try expectExtensions()
            for number in reader.revisions[newer].entries.keys.sorted() { try judge(number) }
        } catch {
            changes.forbid(VerificationProblem(error))
        }
        return changes
    }

    private mutating func judgeTrailer() {
        let (old, new) = (reader.revisions[older].trailer, reader.revisions[newer].trailer)
        if old["Root"] != new["Root"] { changes.forbid(.shadow, "another catalog takes its place") }
        // The key of an encrypted file hangs on the identifier too (7.6.4.3.2).
        if old["Encrypt"] != new["Encrypt"]
            || reader.isEncrypted && old.firstID != new.firstID
        {
            changes.forbid(.shadow, "the encryption changes")
        }
        if old["Info"] != new["Info"] { changes.touchesMetadata = true }
    }

    /// An update must list what it brings, and bring what it lists.
    private mutating func judgeBytes() throws(PDFError) {
        let revision = reader.revisions[newer]
        let brings = revision.entries.contains { number, entry in
            entry != .free && entry != reader.entry(number, asOf: older)
                && entry != .plain(offset: revision.startXref, generation: 0)
        }
        if !brings { changes.forbid(.incrementalSaving, "an update that lists no object") }
        if let place = try reader.unlistedByte(in: newer) {
            changes.forbid(.incrementalSaving, "bytes at \(place) that the update does not list")
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
        guard let oldID = reader.identifier(number, asOf: older) else { return judgeNew(newID) }
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
        guard survey.count(id) > 0 else { return }
        changes.forbid(.shadow, "an object appears that signed ones already referred to", id)
    }

    private mutating func judgeChanged(_ id: ObjectID) throws(PDFError) {
        let old = try reader.object(id, asOf: older)
        let new = try reader.object(id, asOf: newer)
        guard !new.value.hasDuplicateKeys else {
            return changes.forbid(.shadow, "a key occurs twice in what replaces an object", id)
        }
        guard try !reader.areEqual(old, new), !expected.contains(id) else { return }
        if try isOnTheList(id, old, new) { return }
        changes.forbid(.forbiddenChange, "\(old.words) was changed", id)
    }

    /// Whether the object is of a kind that may change; what may not change in it is noted.
    private mutating func isOnTheList(
        _ id: ObjectID, _ old: IndirectObject, _ new: IndirectObject
    ) throws(PDFError) -> Bool {
        if case .object(.dictionary(let before)) = old, case .object(.dictionary(let after)) = new,
            try isJudged(id, before, after)
        {
            return true
        }
        if isMetadata(id, old, new) || old.isXRef && new.isXRef { return true }
        if try isGrownAnnotationList(id, old.value, new.value) { return true }
        return try isOwnAppearance(id, old, new)
    }

    private mutating func isJudged(
        _ id: ObjectID, _ old: PDFDictionary, _ new: PDFDictionary
    ) throws(PDFError) -> Bool {
        if id == reader.revisions[older].trailer["Root"]?.reference {
            judgeCatalog(id, old, new)
        } else if let field = fields.members[id] {
            try judge(field, id, old, new)
        } else if old["Type"]?.name == "Page" {
            try judgePage(id, old, new)
        } else {
            return try isChangedAnnotation(id, old, new)
        }
        return true
    }

    /// Puts an object on the list, unless something else refers to it too.
    mutating func expect(_ object: PDFObject?) {
        if let id = object?.reference, survey.count(id) <= 1 { expected.insert(id) }
    }
}

extension IndirectObject {
    fileprivate var isXRef: Bool { dictionary?["Type"]?.name == "XRef" }

    /// What it is, for a reason.
    fileprivate var words: String {
        if let type = dictionary?["Type"]?.name {
            return "an object of type \(type.text.shortened)"
        }
        if case .stream = self { return "a stream" }
        return "an object"
    }
}

extension PDFDictionary {
    /// Of a trailer: what the file was called when it was made.
    fileprivate var firstID: PDFObject? { self["ID"]?.array?.first }
}
