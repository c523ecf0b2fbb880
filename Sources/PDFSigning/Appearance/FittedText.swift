import PDFText

/// A text in the largest type that fits its area.
struct FittedText {
    let text: String
    /// BCP 47; decides between fonts of shared scripts.
    let language: String
    /// In points.
    let sizes: ClosedRange<Double>
    /// Whether lines break at the width of the area, or only where the text breaks them.
    let wraps: Bool

    /// In the smallest type where it fits in none.
    func set(
        in area: Size, by typesetter: Typesetter
    ) throws(PDFTextError) -> (block: TextBlock, fits: Bool) {
        var points = sizes.upperBound
        var block = try set(points, in: area, typesetter)
        while points > sizes.lowerBound, !Self.fits(block, in: area) {
            points = max(sizes.lowerBound, points * step(block, in: area))
            block = try set(points, in: area, typesetter)
        }
        return (block, Self.fits(block, in: area))
    }

    /// A line shrinks with its type, while lines that break anew may need less of it.
    private func step(_ block: TextBlock, in area: Size) -> Double {
        guard !wraps else { return 0.9 }
        return min(0.99, area.width / block.width, area.height / block.height)
    }

    /// A hundredth of a point is finer than any viewer draws.
    private static func fits(_ block: TextBlock, in area: Size) -> Bool {
        block.height <= area.height + 0.01 && block.width <= area.width + 0.01
    }

    private func set(
        _ points: Double, in area: Size, _ typesetter: Typesetter
    ) throws(PDFTextError) -> TextBlock {
        try typesetter.layout(
            text, TextStyle(size: points), width: wraps ? area.width : nil, language: language)
    }
}
