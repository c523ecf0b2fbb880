import PDFCore
import PDFText

/// A field's appearance, set and fitted but not yet embedded.
struct FieldDrawing {
    let canvas: ContentCanvas
    private let picture: Picture?
    private let size: Size
    private let turn: AffineMap
    private let isVariableText: Bool

    init(
        _ content: FieldContent, in field: OpenField, _ terms: FormTerms, language: String,
        by typesetter: Typesetter
    ) throws(FormProblem) {
        let page = ShownPage(cropBox: field.rect, rotation: terms.rotation)
        size = page.shown(field.rect)
        turn = page.upright(size)
        isVariableText = terms.kind != .stamp
        switch content {
        case .picture(let picture):
            self.picture = picture
            canvas = ContentCanvas()
        case .text(let text):
            picture = nil
            canvas = try FieldText(text, of: terms, language: language)
                .canvas(size, by: typesetter)
        }
    }

    /// Writes it with fonts that are on the shelf already.
    func write(
        on fonts: inout FontShelf, into update: inout IncrementalUpdate
    ) throws(PDFTextError) -> ObjectID {
        var form = AppearanceForm(try canvas.content(on: &fonts, into: &update), size: size)
        form.turn = turn
        form.isVariableText = isVariableText
        let whole = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        if let picture { try form.show(picture, in: whole, of: &update) }
        return form.write(into: &update)
    }
}
