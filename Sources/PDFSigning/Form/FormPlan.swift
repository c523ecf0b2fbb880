import PDFCore
import PDFText

/// The fields of a layout, checked and named, each place a field of its own.
struct FormPlan {
    let widgets: [FormWidget]

    /// - Parameters:
    ///   - owners: the names of the signature slots.
    ///   - taken: all other names in the file.
    init(
        _ slots: [FormSlot], owners: some Collection<String>,
        avoiding taken: some Collection<String>
    ) throws(FormProblem) {
        var keys: Set<String> = []
        for slot in slots {
            guard keys.insert(slot.key).inserted else { throw FormProblem(slot.key, .keyTaken) }
            guard owners.contains(slot.owner) else { throw FormProblem(slot.key, .noSuchOwner) }
            try slot.check()
        }
        let places = slots.flatMap { slot in slot.places.indices.map { (slot, $0) } }
        let names = FieldNames.make(places.count, avoiding: taken)
        widgets = zip(places, names).map { place, name in
            FormWidget(slot: place.0, index: place.1, name: name)
        }
    }

    /// The names of what a signer fills, which their signature locks.
    func names(of owner: String) -> [String] {
        widgets.filter { $0.slot.owner == owner }.map(\.name)
    }

    /// What the fields will show as far as it is known, set so that its glyphs can be embedded, and
    /// checked to fit.
    func reserved(language: String) throws -> [TextBlock] {
        guard !widgets.isEmpty else { return [] }
        let typesetter = Typesetter()
        let answers = try FormAnswers(blanks).answers(to: [:], requiresAll: false)
        var blocks = try FilledForm(answers, language: language, by: typesetter).blocks
        for text in knownTexts {
            blocks.append(
                try typesetter.layout(text, TextStyle(size: 12), language: language))
        }
        return blocks
    }

    /// The fields as they would lie on an upright page.
    private var blanks: [OpenField] {
        widgets.map { widget in
            let rect = widget.slot.places[widget.index].rect
            return OpenField(
                name: widget.name, id: ObjectID(0),
                dictionary: widget.dictionary(
                    rect: [0, 0, rect.width, rect.height], page: ObjectID(0), rotation: 0))
        }
    }

    /// Marks, options, and what is typed in every language.
    private var knownTexts: [String] {
        var texts: Set<String> = []
        for slot in widgets.map(\.slot) {
            switch slot.kind {
            case .text: texts.insert(Self.ascii)
            case .checkbox: texts.insert(FormMark.tick)
            case .radio: texts.insert(FormMark.dot)
            case .select(let options): texts.formUnion(options)
            case .stamp: break
            }
        }
        return texts.sorted()
    }

    private static let ascii = String((0x20...0x7E).map { Character(Unicode.Scalar($0)) })
}
