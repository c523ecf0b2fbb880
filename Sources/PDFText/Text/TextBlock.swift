/// A text set in lines of positioned glyphs; all measures in points, y downwards from the top.
public struct TextBlock: Sendable {
    public let width: Double
    public let height: Double
    public let lines: [TextLine]
}

/// One line: its runs stand in visual order on one baseline.
public struct TextLine: Sendable {
    /// Distance of the baseline from the block's top.
    public let baseline: Double
    public let runs: [GlyphRun]
}

/// Glyphs of one typeface, size and direction.
public struct GlyphRun: Sendable {
    public let face: Typeface
    public let size: Double
    /// Where the run begins, from the block's left edge.
    public let x: Double
    public let isRightToLeft: Bool
    /// In visual order, left to right.
    public let clusters: [GlyphCluster]
}

/// The smallest piece of text that the font draws as a whole ("ffi" may be one glyph, a letter
/// with marks several).
public struct GlyphCluster: Sendable {
    /// The source text, in logical order.
    public let text: String
    public let glyphs: [Glyph]
}

/// A glyph of the run's typeface; the measures in points.
public struct Glyph: Sendable {
    public let id: UInt16
    public let advance: Double
    /// Displacement of the drawn outline from the pen, x to the right and y upwards.
    public let dx: Double
    public let dy: Double
    /// False for one that is only there to be read; it takes no room.
    public var isSeen = true
}
