/// A slot's drawing set at one size.
struct SlotLines {
    private let heading: TextBlock?
    private var facts: [(label: TextBlock, value: TextBlock)] = []
    private let indent: Double
    private let lineGap: Double

    init(
        _ drawing: SlotDrawing, width: Double, scale: Double, _ typesetter: Typesetter
    ) throws(PDFTextError) {
        let language = drawing.language
        let (small, large) = (
            SlotDrawing.style.sized(SlotDrawing.style.size * scale),
            SlotDrawing.headingStyle.sized(SlotDrawing.headingStyle.size * scale)
        )
        heading = try drawing.heading.map { text throws(PDFTextError) in
            try typesetter.layout(text, large, width: width, language: language)
        }
        let labels = try drawing.facts.map { fact throws(PDFTextError) in
            try typesetter.layout(fact.label, small, width: width * 0.4, language: language)
        }
        let column = (labels.map(\.width).max() ?? 0) + 8 * scale
        for (fact, label) in zip(drawing.facts, labels) {
            let value = try Self.value(fact.value, small, width - column, language, typesetter)
            facts.append((label, value))
        }
        indent = column
        lineGap = SlotDrawing.lineGap * scale
    }

    /// A value of one word (a number, a thumbprint) is rather set a little smaller than broken.
    private static func value(
        _ text: String, _ style: TextStyle, _ width: Double, _ language: String,
        _ typesetter: Typesetter
    ) throws(PDFTextError) -> TextBlock {
        let block = try typesetter.layout(text, style, width: width, language: language)
        guard block.lines.count > 1, !text.contains(where: \.isWhitespace) else { return block }
        for scale in [0.95, 0.9, 0.85, 0.8] {
            let smaller = try typesetter.layout(
                text, style.sized(style.size * scale), width: width, language: language)
            if smaller.lines.count == 1 { return smaller }
        }
        return block
    }

    var height: Double {
        facts.reduce(heading?.height ?? 0) {
            $0 + lineGap + max($1.label.height, $1.value.height)
        }
    }

    func draw(on canvas: inout ContentCanvas, left: Double, top: Double) {
        var y = top
        if let heading {
            canvas.text(heading, x: left, top: y, color: SheetDesign.accent)
            y -= heading.height
        }
        for (label, value) in facts {
            y -= lineGap
            let raise = value.shift(to: label)
            canvas.text(label, x: left, top: y + raise, color: SheetDesign.muted)
            canvas.text(value, x: left + indent, top: y, color: SheetDesign.ink)
            y -= max(label.height, value.height)
        }
    }
}
