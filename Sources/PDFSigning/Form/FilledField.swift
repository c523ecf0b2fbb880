import PDFCore
import PDFText

/// A field with its value and its appearance, not yet written.
struct FilledField {
    private let field: OpenField
    /// A button has none.
    private let value: String?
    private let drawing: FieldDrawing

    init?(
        _ answer: FormAnswers.Answer, language: String, by typesetter: Typesetter
    ) throws(FormProblem) {
        guard let content = answer.content else { return nil }
        field = answer.field
        value = if case .text(let text) = content, answer.terms.kind != .stamp { text } else { nil }
        drawing = try FieldDrawing(
            content, in: answer.field, answer.terms, language: language, by: typesetter)
    }

    var blocks: [TextBlock] { drawing.canvas.blocks }

    func write(
        on fonts: inout FontShelf, into update: inout IncrementalUpdate
    ) throws(PDFTextError) {
        var dictionary = field.dictionary.value
        dictionary["V"] = value.map { .text($0) }
        dictionary["AP"] = ["N": .reference(try drawing.write(on: &fonts, into: &update))]
        update.set(field.id, to: .dictionary(dictionary))
    }
}

extension FormFilling {
    /// Those of a signer's open fields that are to show something.
    func filled(_ fields: [OpenField]) throws(FormProblem) -> [FilledField] {
        let answers = try FormAnswers(fields).answers(to: entries)
        guard answers.contains(where: { $0.content != nil }) else { return [] }
        let typesetter = typesetter ?? Typesetter()
        var filled: [FilledField] = []
        for answer in answers {
            if let field = try FilledField(answer, language: language, by: typesetter) {
                filled.append(field)
            }
        }
        return filled
    }
}
