/// How a text is set: family, size and weight. Colour belongs to drawing, not to layout.
public struct TextStyle: Hashable, Sendable {
    /// A font family or fontconfig's generic name (`sans`, `serif`, `monospace`).
    public var family: String
    /// In points.
    public var size: Double
    public var weight: Weight
    /// Distance between baselines as a multiple of the fonts' own line height.
    public var lineSpacing: Double

    public enum Weight: Int32, Hashable, Sendable {
        case regular = 400
        case bold = 700
    }

    public init(
        size: Double, weight: Weight = .regular, family: String = "sans", lineSpacing: Double = 1
    ) {
        self.family = family
        self.size = size
        self.weight = weight
        self.lineSpacing = lineSpacing
    }

    /// The same style at another size (points).
    public func sized(_ size: Double) -> TextStyle {
        var style = self
        style.size = size
        return style
    }
}
