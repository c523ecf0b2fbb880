import PDFCore
import PDFText

/// A signer's fields with their values and appearances, not yet written.
///
/// Fields that look alike have one appearance, which is set and written once.
struct FilledForm {
    private struct FilledField {
        let field: OpenField
        /// A button has none.
        let value: String?
        /// Which of the drawings it shows.
        let drawing: Int
    }

    private var fields: [FilledField] = []
    private var drawings: [FieldDrawing] = []

    /// Of those fields that are to show something.
    init(
        _ answers: [FormAnswers.Answer], language: String, by typesetter: Typesetter
    ) throws(FormProblem) {
        var known: [FieldLook: Int] = [:]
        for answer in answers {
            guard let content = answer.content else { continue }
            let look = FieldLook(content, in: answer.field, answer.terms)
            let drawing = known[look] ?? drawings.count
            if drawing == drawings.count {
                known[look] = drawing
                drawings.append(
                    try FieldDrawing(
                        look, of: answer.terms.key, language: language, by: typesetter))
            }
            fields.append(
                FilledField(field: answer.field, value: answer.value, drawing: drawing))
        }
    }

    var blocks: [TextBlock] { drawings.flatMap(\.canvas.blocks) }

    /// Writes them with fonts that are on the shelf already.
    func write(
        with fonts: FontShelf, into update: inout IncrementalUpdate
    ) throws(PDFTextError) {
        var appearances: [ObjectID] = []
        for drawing in drawings {
            appearances.append(try drawing.write(with: fonts, into: &update))
        }
        for filled in fields {
            var dictionary = filled.field.dictionary.value
            dictionary["V"] = filled.value.map { .text($0) }
            dictionary["AP"] = ["N": .reference(appearances[filled.drawing])]
            update.set(filled.field.id, to: .dictionary(dictionary))
        }
    }
}

extension FormFilling {
    /// A signer's open fields, filled; nil if none is to show anything.
    func filled(_ fields: [OpenField]) throws(FormProblem) -> FilledForm? {
        let answers = try FormAnswers(fields).answers(to: entries)
        guard answers.contains(where: { $0.content != nil }) else { return nil }
        return try FilledForm(answers, language: language, by: typesetter ?? Typesetter())
    }
}
