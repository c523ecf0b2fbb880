import PDFText

/// A text set to fill a rectangle.
struct StampText {
    private let fitted: FittedText

    private static let smallestType = 4.0

    init(_ text: String, language: String, maximumType: Double) {
        fitted = FittedText(
            text: text, language: language,
            sizes: min(Self.smallestType, maximumType)...maximumType, wraps: true)
    }

    /// Smaller type is better than a text cut off; what fits at no size is cut.
    func draw(
        in area: Rectangle, on canvas: inout ContentCanvas, by typesetter: Typesetter
    ) throws(PDFTextError) {
        let size = Size(width: area.width, height: area.height)
        let (block, fits) = try fitted.set(in: size, by: typesetter)
        if fits {
            canvas.text(block, x: area.x, top: area.top - (area.height - block.height) / 2)
        } else {
            let top = area.top - max(0, area.height - block.height) / 2
            canvas.clipped(to: area) { $0.text(block, x: area.x, top: top) }
        }
    }
}
