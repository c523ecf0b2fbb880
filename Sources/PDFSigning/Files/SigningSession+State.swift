import CMS
import PDFCore

extension SigningSession.State {
    /// The name asked for, if nothing in the file bears it; else one of our own.
    func freeName(_ name: String?) throws(SigningError) -> String {
        guard let name else { return FieldNames.make(1, avoiding: names)[0] }
        try FieldNames.check([name], against: names)
        return name
    }

    mutating func shown(_ number: Int) throws -> ShownPage {
        if let known = shownPages[number] { return known }
        guard number >= 0, let page = try reader.pages(prefix: number + 1).dropFirst(number).first
        else { throw SigningError.noSuchPage(number) }
        let shown = ShownPage(page)
        shownPages[number] = shown
        return shown
    }

    /// The page of a widget; upright if nothing tells which it is.
    func shown(_ id: ObjectID?) throws -> ShownPage {
        guard let page = try reader.pages().first(where: { $0.id == id }) else {
            let nothing = PDFRectangle(x: 0, y: 0, width: 0, height: 0)
            return ShownPage(cropBox: nothing, rotation: 0)
        }
        return ShownPage(page)
    }

    func page(_ number: Int, of structure: RevisionStructure) throws -> AnnotatedPage {
        if number == 0, let page = structure.firstPage { return page }
        if let page = pages[number] { return page }
        guard let page = try reader.pages(prefix: number + 1).dropFirst(number).first else {
            throw SigningError.noSuchPage(number)
        }
        let annotated = try AnnotatedPage(page, in: reader)
        try structure.checkRoles(with: annotated)
        return annotated
    }

    mutating func drawing(of stamp: SignatureStamp, in update: inout IncrementalUpdate) -> ObjectID
    {
        if let known = drawings.first(where: { $0.group === stamp.drawing }) { return known.id }
        let id = stamp.drawing.add(to: &update)
        drawings.append((stamp.drawing, id))
        return id
    }

    /// An unsigned field whose widget, if it has any, is an object of its own; it lies where the
    /// widget does.
    func splitField(_ name: String) throws -> (field: OpenField, widget: StoredObject?)? {
        let fields = try reader.fields().filter { $0.type == "Sig" && !$0.isMerged }
        guard let field = fields.first(where: { $0.name == name }), field.widgets.count <= 1,
            try reader.resolve(field.value).isNull
        else { return nil }
        let widget = try field.widgets.first.map { id in
            StoredObject(id, try reader.dictionary(.reference(id)))
        }
        var open = OpenField(name: name, id: field.id, dictionary: field.dictionary)
        open.rect = PDFRectangle(widget?.dictionary.value["Rect"]) ?? open.rect
        open.page = widget?.dictionary.value["P"]?.reference
        return (open, widget)
    }

    /// The signatures that the store has nothing for, with their containers.
    func containers(
        of structure: RevisionStructure
    ) throws -> [(field: String, container: SignedData)] {
        let values = Dictionary(
            try reader.fields().map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }
        )
        let missing = structure.signatures.filter { structure.securityStore?.holds($0) != true }
        return try missing.map { record in
            let own = containers[record.field]
            let value = try reader.optionalDictionary(values[record.field] ?? nil)
            let der = try own ?? reader.resolve(value?["Contents"]).bytes ?? []
            return (record.field, try SignedData(der: der))
        }
    }

    /// /Action and /Fields of a lock dictionary, with nothing left to look up.
    func directLock(_ object: PDFObject?) throws -> PDFDictionary? {
        guard let stated = try reader.optionalDictionary(object),
            let action = try reader.name(stated["Action"])
        else { return nil }
        var lock: PDFDictionary = ["Action": .name(action)]
        if action != "All" {
            let names = try reader.elements(stated["Fields"]).map { try reader.resolve($0) }
            lock["Fields"] = .array(names)
        }
        return lock
    }
}
