import PDFCore
import PDFText

extension LayoutDraft {
    /// Adds a field with its widget where its slot has it.
    mutating func addFormField(_ widget: FormWidget) throws {
        let place = widget.slot.places[widget.index]
        let number = try number(of: place.page)
        guard let shown = shown(number) else { throw SigningError.noSuchPage(number) }
        guard shown.contains(place.rect) else {
            throw FormProblem(widget.slot.key, .outsidePage)
        }
        let id = update.allocate()
        let page = try annotate(number, with: id)
        let dictionary = widget.dictionary(
            rect: Self.corners(of: shown.placed(place.rect)), page: page, rotation: shown.rotation)
        formFields.append(OpenField(name: widget.name, id: id, dictionary: dictionary))
    }

    /// Locks these fields once the signature field is signed; a lock is an object of its own
    /// (ISO 32000-2 table 235).
    mutating func lock(_ names: [String], in dictionary: inout PDFDictionary) {
        guard !names.isEmpty else { return }
        let id = update.allocate()
        update.set(id, to: .dictionary(.fieldLock(names)))
        dictionary["Lock"] = .reference(id)
    }

    /// The page's place in the document, from 0.
    func number(of page: LayoutUpdate.SignatureSlot.Page) throws(SigningError) -> Int {
        switch page {
        case .base(let number):
            guard number < pages.count else { throw .noSuchPage(number) }
            return number
        case .appended(let number): return pages.count + number
        }
    }

    /// A hundredth of a point is finer than any viewer draws.
    static func corners(of rect: Rectangle) -> [Double] {
        [rect.x, rect.y, rect.right, rect.top].map { ($0 * 100).rounded() / 100 }
    }

    /// For viewers that would set a value anew, the font that they all have.
    mutating func describeText(in form: inout PDFDictionary) {
        guard !formFields.isEmpty else { return }
        let font = update.allocate()
        update.set(
            font,
            to: [
                "Type": .name("Font"), "Subtype": .name("Type1"), "BaseFont": .name("Helvetica"),
            ])
        form["DA"] = .text("/Helv 0 Tf 0 g")
        form["DR"] = ["Font": ["Helv": .reference(font)]]
    }
}

extension ShownPage {
    /// What editors round may reach over the edge by less than is seen.
    func contains(_ rect: Rectangle) -> Bool {
        let size = shown(cropBox)
        return rect.x >= -0.1 && rect.y >= -0.1 && rect.right <= size.width + 0.1
            && rect.top <= size.height + 0.1
    }
}

extension PDFDictionary {
    /// A lock of these fields (ISO 32000-2 table 236). Without /P: in parallel nobody knows who is
    /// last.
    static func fieldLock(_ names: [String]) -> PDFDictionary {
        [
            "Type": .name("SigFieldLock"), "Action": .name("Include"),
            "Fields": .array(names.map { .text($0) }),
        ]
    }
}
