import PDFCore
import PDFText

/// All that a field's appearance depends on: fields that agree in it look alike wherever they lie.
struct FieldLook: Hashable {
    let content: FieldContent
    let kind: FormTerms.Kind
    let isMultiline: Bool
    /// Of the page, clockwise, in degrees.
    let rotation: Int
    /// Of the widget, in the page's own coordinates.
    let box: Size

    init(_ content: FieldContent, in field: OpenField, _ terms: FormTerms) {
        self.content = content
        kind = terms.kind
        isMultiline = terms.isMultiline
        rotation = terms.rotation
        box = Size(width: field.rect.width, height: field.rect.height)
    }

    fileprivate var page: ShownPage {
        ShownPage(
            cropBox: PDFRectangle(x: 0, y: 0, width: box.width, height: box.height),
            rotation: rotation)
    }
}

/// A look, set and fitted but not yet embedded.
struct FieldDrawing {
    let canvas: ContentCanvas
    private let look: FieldLook
    private let size: Size

    /// - Parameter key: of the first field that looks so, for what is wrong with it.
    init(
        _ look: FieldLook, of key: String, language: String, by typesetter: Typesetter
    ) throws(FormProblem) {
        self.look = look
        size = look.page.shown(look.page.cropBox)
        switch look.content {
        case .picture: canvas = ContentCanvas()
        case .text(let text):
            canvas = try FieldText(text, of: key, look, language: language)
                .canvas(size, by: typesetter)
        }
    }

    /// Writes it with fonts that are on the shelf already.
    func write(
        with fonts: FontShelf, into update: inout IncrementalUpdate
    ) throws(PDFTextError) -> ObjectID {
        var form = AppearanceForm(canvas.content(on: fonts), size: size)
        form.turn = look.page.upright(size)
        form.isVariableText = look.kind != .stamp
        let whole = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        if case .picture(let picture) = look.content {
            try form.show(picture, in: whole, of: &update)
        }
        return form.write(into: &update)
    }
}
