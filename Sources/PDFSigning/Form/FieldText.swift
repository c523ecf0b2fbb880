import PDFText

/// The text of a field, in the largest type that fits its place.
struct FieldText {
    private let key: String
    private let fitted: FittedText
    private let isMultiline: Bool
    /// Marks and typed stamps stand in the middle.
    private let isCentred: Bool

    private static let padding = 2.0

    init(_ text: String, of key: String, _ look: FieldLook, language: String) {
        self.key = key
        isMultiline = look.isMultiline
        isCentred = look.kind != .text && look.kind != .select
        fitted = FittedText(
            text: text, language: language,
            sizes: isCentred ? FormSlot.markSizes : FormSlot.textSizes, wraps: isMultiline)
    }

    /// Throws ``FormProblem/Cause/doesNotFit`` rather than cut anything off.
    func canvas(
        _ size: Size, by typesetter: Typesetter
    ) throws(FormProblem) -> ContentCanvas {
        let area = area(in: size)
        let (block, fits) = try naming(key) { () throws(PDFTextError) in
            try fitted.set(in: Size(width: area.width, height: area.height), by: typesetter)
        }
        guard fits else { throw FormProblem(key, .doesNotFit) }
        var canvas = ContentCanvas()
        canvas.text(block, x: area.x + indent(of: block, in: area), top: top(of: block, in: area))
        return canvas
    }

    private func area(in size: Size) -> Rectangle {
        var area = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        guard !isCentred else { return area }
        // A line needs the whole height of its field.
        if isMultiline { return area.inset(by: Self.padding) }
        area.x = Self.padding
        area.width = max(1, area.width - 2 * Self.padding)
        return area
    }

    private func indent(of block: TextBlock, in area: Rectangle) -> Double {
        let slack = max(0, area.width - block.width)
        if isCentred { return slack / 2 }
        // Lines that break were set to the width, and stand where they should.
        return !isMultiline && fitted.text.beginsRightToLeft ? slack : 0
    }

    private func top(of block: TextBlock, in area: Rectangle) -> Double {
        isMultiline ? area.top : area.top - (area.height - block.height) / 2
    }
}

extension String {
    /// Whether the first letter is of a script written from right to left (UAX #9, P2 and P3; the
    /// blocks of Hebrew, Arabic and their relatives).
    fileprivate var beginsRightToLeft: Bool {
        guard let letter = unicodeScalars.first(where: \.properties.isAlphabetic) else {
            return false
        }
        return (0x590...0x8FF).contains(letter.value) || (0xFB1D...0xFDFF).contains(letter.value)
            || (0xFE70...0xFEFF).contains(letter.value)
    }
}
