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
    static let headingStyle = Design.entryTitle
    static let style = Design.label
    static let lineGap = 2.5
    /// Tried in turn until the text fits.
    private static let scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54]

    /// The height at which so many facts, each of one line, fit without shrinking (points).
    public static func height(facts: Int, hasHeading: Bool) -> Double {
        Double(facts) * (style.size * 1.3 + lineGap) + (hasHeading ? headingStyle.size * 1.4 : 0)
    }

    /// The text in a rectangle of this size at the origin.
    public func canvas(
        _ size: Size, by typesetter: Typesetter
    ) throws(PDFTextError) -> ContentCanvas {
        var canvas = ContentCanvas()
        let area = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        try draw(on: &canvas, in: area, by: typesetter)
        return canvas
    }

    /// Draws the text from the upper left of a rectangle, in smaller type if it must; what fits
    /// at no size is cut.
    func draw(
        on canvas: inout ContentCanvas, in area: Rectangle, by typesetter: Typesetter
    ) throws(PDFTextError) {
        var lines = try SlotLines(self, width: area.width, scale: 1, typesetter)
        for scale in Self.scales.dropFirst() where lines.height > area.height {
            lines = try SlotLines(self, width: area.width, scale: scale, typesetter)
        }
        if lines.height > area.height {
            canvas.clipped(to: area) { lines.draw(on: &$0, left: area.x, top: area.top) }
        } else {
            lines.draw(on: &canvas, left: area.x, top: area.top)
        }
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
}
