import PDFText

/// A text set to fill a rectangle.
struct StampText {
    private let text: String
    private let language: String
    private let maximumType: Double

    private static let smallestType = 4.0

    init(_ text: String, language: String, maximumType: Double) {
        self.text = text
        self.language = language
        self.maximumType = maximumType
    }

    /// Smaller type is better than a text cut off; what fits at no size is cut.
    func draw(
        in area: Rectangle, on canvas: inout ContentCanvas, by typesetter: Typesetter
    ) throws(PDFTextError) {
        var points = maximumType
        var block = try set(points, in: area, typesetter)
        while points > Self.smallestType, block.height > area.height || block.width > area.width {
            points = max(Self.smallestType, points * 0.9)
            block = try set(points, in: area, typesetter)
        }
        let top = area.top - max(0, area.height - block.height) / 2
        if block.height > area.height {
            canvas.clipped(to: area) { $0.text(block, x: area.x, top: top) }
        } else {
            canvas.text(block, x: area.x, top: top)
        }
    }

    private func set(
        _ points: Double, in area: Rectangle, _ typesetter: Typesetter
    ) throws(PDFTextError) -> TextBlock {
        try typesetter.layout(
            text, TextStyle(size: points), width: area.width, language: language)
    }
}
