public import PDFText

/// What a signer enters into their fields, by the fields' keys.
public struct FormFilling {
    public var entries: [String: FormEntry]
    /// BCP 47; decides between fonts of shared scripts.
    public var language: String
    /// Sets the texts; one is made if needed and none is given.
    public var typesetter: Typesetter?

    public init(
        _ entries: [String: FormEntry] = [:], language: String = "en",
        typesetter: Typesetter? = nil
    ) {
        self.entries = entries
        self.language = language
        self.typesetter = typesetter
    }
}

/// What a field is to show.
enum FieldContent: Hashable {
    /// A text, or a mark.
    case text(String)
    case picture(Picture)
}

/// One signer's open fields and what is entered into them.
struct FormAnswers {
    struct Answer {
        let field: OpenField
        let terms: FormTerms
        /// Nil leaves the field empty.
        let content: FieldContent?

        /// What is written as the field's value; a button has none.
        var value: String? {
            if case .text(let text)? = content, terms.kind != .stamp { text } else { nil }
        }
    }

    private let fields: [(field: OpenField, terms: FormTerms)]

    init(_ fields: [OpenField]) {
        self.fields = fields.compactMap { field in
            FormTerms(field.dictionary.value).map { (field, $0) }
        }
    }

    /// What each field is to show, in the form's order.
    func answers(
        to entries: [String: FormEntry], requiresAll: Bool = true
    ) throws(FormProblem) -> [Answer] {
        let known = Set(fields.map(\.terms.key))
        if let foreign = entries.keys.filter({ !known.contains($0) }).min() {
            throw FormProblem(foreign, .notOpen)
        }
        try checkOptions(entries)
        let answers = try fields.map { field, terms throws(FormProblem) in
            let content = try EntryReading(terms).content(of: entries[terms.key])
            return Answer(field: field, terms: terms, content: content)
        }
        if requiresAll { try checkRequired(answers) }
        return answers
    }

    /// Of a radio field the widgets know one option each.
    private func checkOptions(_ entries: [String: FormEntry]) throws(FormProblem) {
        for (_, terms) in fields where terms.kind == .radio {
            guard case .text(let chosen)? = entries[terms.key], !chosen.isEmpty else { continue }
            let exists = fields.contains { $0.terms.key == terms.key && $0.terms.option == chosen }
            guard exists else { throw FormProblem(terms.key, .unknownOption(chosen)) }
        }
    }

    private func checkRequired(_ answers: [Answer]) throws(FormProblem) {
        for empty in answers where empty.terms.isRequired && empty.content == nil {
            let key = empty.terms.key
            let isFilled = answers.contains { $0.content != nil && $0.terms.key == key }
            guard isFilled else { throw FormProblem(key, .missing) }
        }
    }
}
