import PDFText

/// What one field shows for an entry.
struct EntryReading {
    private let terms: FormTerms

    init(_ terms: FormTerms) { self.terms = terms }

    /// Nil leaves it empty.
    func content(of entry: FormEntry?) throws(FormProblem) -> FieldContent? {
        guard let entry else { return prefilled }
        switch (terms.kind, entry) {
        case (.text, .text(let text)): return try typed(text)
        case (.stamp, .text(let text)): return try typed(text)
        case (.stamp, .picture(let picture)): return .picture(picture)
        case (.checkbox, .tick(let isTicked)): return isTicked ? .text(FormMark.tick) : nil
        case (.radio, .text(let chosen)): return chosen == terms.option ? .text(FormMark.dot) : nil
        case (.select, .text(let chosen)): return try option(chosen)
        default: throw FormProblem(terms.key, .wrongKind)
        }
    }

    private var prefilled: FieldContent? {
        terms.prefilled.map { .text($0) }
    }

    /// Browsers end lines by two characters.
    private func typed(_ text: String) throws(FormProblem) -> FieldContent? {
        let text = text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n") : text
        if let maximum = terms.maximumLength, text.unicodeScalars.count > maximum {
            throw FormProblem(terms.key, .tooLong(maximum: maximum))
        }
        return text.allSatisfy(\.isWhitespace) ? nil : .text(text)
    }

    private func option(_ chosen: String) throws(FormProblem) -> FieldContent? {
        guard !chosen.isEmpty else { return nil }
        guard terms.options.contains(chosen) else {
            throw FormProblem(terms.key, .unknownOption(chosen))
        }
        return .text(chosen)
    }
}
