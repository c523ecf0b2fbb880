import PDFCore
import PDFText

extension FileSignatureDraft {
    mutating func target() throws -> Target {
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
    mutating func appearance(in target: Target) -> ObjectID? {
        guard let stamp = signature.stamp, let page = target.page else { return nil }
        let drawing = state.drawing(of: stamp, in: &update)
        let placing = StampPlacing(stamp: stamp, page: page, size: page.shown(target.field.rect))
        return placing.appearance(of: drawing, in: &update)
    }
}
