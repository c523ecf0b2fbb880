/// What is drawn on a page or in an appearance, before its fonts are embedded.
///
/// Coordinates are PDF user space (points, origin lower left); a text's place is its left edge
/// and the top of its first line. ``content(on:into:)`` makes the content stream.
public struct ContentCanvas: Sendable {
    enum Mark: Sendable {
        case text(TextBlock, x: Double, top: Double, Color)
        case fill([Rectangle], Color)
        case line(from: (x: Double, y: Double), to: (x: Double, y: Double), Double, Color)
        case clip(Rectangle)
        case unclip
    }

    private(set) var marks: [Mark] = []

    public init() {}

    public var isEmpty: Bool { marks.isEmpty }

    /// The texts drawn so far, in order.
    public var blocks: [TextBlock] {
        marks.compactMap { if case .text(let block, _, _, _) = $0 { block } else { nil } }
    }

    public mutating func text(
        _ block: TextBlock, x: Double, top: Double, color: Color = .black
    ) {
        if !block.lines.isEmpty { marks.append(.text(block, x: x, top: top, color)) }
    }

    public mutating func fill(_ rectangles: Rectangle..., color: Color) {
        fill(rectangles, color: color)
    }

    public mutating func fill(_ rectangles: [Rectangle], color: Color) {
        if !rectangles.isEmpty { marks.append(.fill(rectangles, color)) }
    }

    /// A straight line of the given width.
    public mutating func line(
        from: (x: Double, y: Double), to: (x: Double, y: Double), width: Double, color: Color
    ) {
        marks.append(.line(from: from, to: to, width, color))
    }

    /// Draws only inside the rectangle what `draw` draws.
    public mutating func clipped<Failure: Error>(
        to rectangle: Rectangle, _ draw: (inout ContentCanvas) throws(Failure) -> Void
    ) throws(Failure) {
        marks.append(.clip(rectangle))
        defer { marks.append(.unclip) }
        try draw(&self)
    }

    /// A QR code, its quiet zone included in the square (side in points).
    public mutating func qrCode(
        _ text: String, x: Double, y: Double, side: Double, color: Color = .black
    ) throws(PDFTextError) {
        fill(try QRCode(text).rectangles(x: x, y: y, side: side), color: color)
    }
}
