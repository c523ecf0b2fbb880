/// What is written into a slot once it is known: an optional heading and facts, a line each.
public struct SlotDrawing: Sendable {
    public var heading: String?
    public var facts: [Fact]
    /// BCP 47.
    public var language: String

    public init(heading: String? = nil, facts: [Fact], language: String) {
        self.heading = heading
        self.facts = facts
        self.language = language
    }

    private typealias Design = SheetDesign
    private static let headingStyle = Design.entryTitle
    private static let style = Design.label
    private static let lineGap = 2.5
    /// Tried in turn until the text fits.
    private static let scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54]

    /// The height at which so many facts, each of one line, fit without shrinking (points).
    public static func height(facts: Int, hasHeading: Bool) -> Double {
        Double(facts) * (style.size * 1.3 + lineGap) + (hasHeading ? headingStyle.size * 1.4 : 0)
    }

    /// Draws the text from the upper left of a rectangle at the origin, in smaller type if it
    /// must; what fits at no size is cut.
    public func canvas(
        _ size: Size, by typesetter: Typesetter
    ) throws(PDFTextError) -> ContentCanvas {
        var lines = try SlotLines(self, width: size.width, scale: 1, typesetter)
        for scale in Self.scales.dropFirst() where lines.height > size.height {
            lines = try SlotLines(self, width: size.width, scale: scale, typesetter)
        }
        var canvas = ContentCanvas()
        if lines.height > size.height {
            let area = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
            canvas.clipped(to: area) { lines.draw(on: &$0, top: size.height) }
        } else {
            lines.draw(on: &canvas, top: size.height)
        }
        return canvas
    }

    /// Texts set as a slot sets them, never drawn: embed them on a shelf and a later drawing of
    /// such texts brings no font. Give whole phrases and names; for values not known yet, the
    /// characters they are made of.
    public static func reserve(
        headings: [String], texts: [String], language: String, by typesetter: Typesetter
    ) throws(PDFTextError) -> [TextBlock] {
        var blocks: [TextBlock] = []
        for text in headings {
            blocks.append(try typesetter.layout(text, headingStyle, language: language))
        }
        for text in texts {
            blocks.append(try typesetter.layout(text, style, language: language))
        }
        return blocks
    }

    /// The drawing set at one size.
    private struct SlotLines {
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
                let value = try typesetter.layout(
                    fact.value, small, width: width - column, language: language)
                facts.append((label, value))
            }
            indent = column
            lineGap = SlotDrawing.lineGap * scale
        }

        var height: Double {
            facts.reduce(heading?.height ?? 0) {
                $0 + lineGap + max($1.label.height, $1.value.height)
            }
        }

        func draw(on canvas: inout ContentCanvas, top: Double) {
            var y = top
            if let heading {
                canvas.text(heading, x: 0, top: y, color: SheetDesign.accent)
                y -= heading.height
            }
            for (label, value) in facts {
                y -= lineGap
                let raise = value.shift(to: label)
                canvas.text(label, x: 0, top: y + raise, color: SheetDesign.muted)
                canvas.text(value, x: indent, top: y, color: SheetDesign.ink)
                y -= max(label.height, value.height)
            }
        }
    }
}
