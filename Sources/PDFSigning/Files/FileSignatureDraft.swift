import PDFCore
import PDFText

/// A signature on a file in the making: the field it takes or adds, and what changes with it.
struct FileSignatureDraft {
    private let signature: FileSignature
    private(set) var state: SigningSession.State
    private var structure: RevisionStructure
    private var update: IncrementalUpdate

    /// A field to be signed, not yet written.
    private struct Target {
        var field: OpenField
        var isNew: Bool
        /// Where the field's only widget is an object of its own.
        var widget: StoredObject?
        /// The page as shown; nil if the field shows nothing.
        var page: ShownPage?
    }

    init(
        _ signature: FileSignature, on structure: RevisionStructure, _ state: SigningSession.State
    ) throws {
        self.signature = signature
        self.state = state
        self.structure = structure
        update = IncrementalUpdate(after: structure.tail)
        try state.history.check(signature, isSigned: !structure.signatures.isEmpty)
    }

    mutating func prepared(
        contentsRoom: Int, after digest: SHA256State
    ) throws -> PreparedUpdate {
        let target = try target()
        let id = update.allocate()
        var dictionary = target.field.dictionary.value
        dictionary["V"] = .reference(id)
        if let appearance = appearance(in: target) {
            let drawn: PDFObject = ["N": .reference(appearance)]
            if var widget = target.widget {
                widget.dictionary.value["AP"] = drawn
                update.set(widget)
            } else {
                dictionary["AP"] = drawn
            }
        }
        let transforms = try transforms(of: target, &dictionary)
        update.set(target.field.id, to: .dictionary(dictionary))
        if signature.certification != nil { try certify(by: id) }
        state.history.add(signature, in: target.field.name)
        let value = SignatureDictionary(
            signature.claim, format: signature.format, transforms: transforms,
            contentsRoom: contentsRoom)
        return try PreparedUpdate(
            update, signature: id, value, in: target.field.name, after: digest,
            leaving: structure)
    }
}

extension FileSignatureDraft {
    private mutating func target() throws -> Target {
        switch signature.place {
        case .field(let name): return try existing(name)
        case .invisible(let name):
            let name = try state.freeName(name)
            try state.history.check(field: name)
            let field = try structure.addInvisibleField(named: name, in: &update)
            return Target(field: field, isNew: true)
        case .visible(let number, let rect, let name):
            return try visible(try state.freeName(name), on: number, rect)
        }
    }

    private mutating func existing(_ name: String) throws -> Target {
        try state.history.check(field: name)
        let split = try state.splitField(name)
        if split != nil, structure.signatures.contains(where: { $0.field == name }) {
            throw SigningError.noOpenField(name)
        }
        let field = try split?.field ?? structure.takeSignatureField(named: name)
        structure.flagForm(in: &update)
        var target = Target(field: field, isNew: false, widget: split?.widget)
        if field.isVisible, signature.stamp != nil { target.page = try state.shown(field.page) }
        return target
    }

    private mutating func visible(
        _ name: String, on number: Int, _ rect: Rectangle
    ) throws -> Target {
        try state.history.check(field: name)
        let shown = try state.shown(number)
        var page = try state.page(number, of: structure)
        let place = shown.placed(rect)
        let widget = SignatureWidget.dictionary(
            name: name, rect: [place.x, place.y, place.right, place.top], page: page.page.id)
        let field = OpenField(name: name, id: update.allocate(), dictionary: widget)
        structure.addToForm(field.id, in: &update)
        page.add(field.id, in: &update)
        if number == 0 { structure.firstPage = page } else { state.pages[number] = page }
        return Target(field: field, isNew: true, page: shown)
    }

    /// The number of the appearance stream; the stamp's own objects come into a file once.
    private mutating func appearance(in target: Target) -> ObjectID? {
        guard let stamp = signature.stamp, let page = target.page else { return nil }
        let drawing = state.drawing(of: stamp, in: &update)
        let placing = StampPlacing(stamp: stamp, page: page, size: page.shown(target.field.rect))
        return placing.appearance(of: drawing, in: &update)
    }

    private mutating func certify(by signature: ObjectID) throws {
        let old = structure.catalog.dictionary.value["Perms"]
        var permissions = try state.reader.optionalDictionary(old) ?? [:]
        // The usage rights of the unsigned file do not survive the change.
        permissions["UR"] = nil
        permissions["UR3"] = nil
        permissions["DocMDP"] = .reference(signature)
        structure.catalog.dictionary.value["Perms"] = .dictionary(permissions)
        update.set(structure.catalog)
    }
}

extension FileSignatureDraft {
    /// What the signature locks stands in it and, where the field is new, in the field too.
    private mutating func transforms(
        of target: Target, _ dictionary: inout PDFDictionary
    ) throws -> [SignatureTransform] {
        var transforms =
            signature.certification.map { [SignatureTransform.certification($0)] } ?? []
        guard let lock = try lock(of: target) else { return transforms }
        if target.isNew {
            let id = update.allocate()
            update.set(id, to: .dictionary(lock))
            dictionary["Lock"] = .reference(id)
        }
        transforms.append(.lock(lock, catalog: structure.tail.root))
        return transforms
    }

    /// A lock that the field states is obeyed even if nobody asked for it (§12.7.5.5).
    private func lock(of target: Target) throws -> PDFDictionary? {
        let stated = target.field.dictionary.value["Lock"]
        switch signature.lock {
        case .all: return ["Type": .name("SigFieldLock"), "Action": .name("All")]
        case .own where stated == nil:
            return [
                "Type": .name("SigFieldLock"), "Action": .name("Include"),
                "Fields": [.text(target.field.name)],
            ]
        default: return try state.directLock(stated)
        }
    }
}
