/// A rectangle in points, its corners put in order (ISO 32000-2, 7.9.5).
public struct PDFRectangle: Hashable, Codable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// From four numbers: two opposite corners. Nil if `object` is anything else.
    public init?(_ object: PDFObject?) {
        guard let corners = object?.array?.compactMap(\.number), corners.count == 4,
            object?.array?.count == 4
        else { return nil }
        x = min(corners[0], corners[2])
        y = min(corners[1], corners[3])
        width = abs(corners[2] - corners[0])
        height = abs(corners[3] - corners[1])
    }

    /// Lower left and upper right corner, as a file holds it.
    public var object: PDFObject { .numbers([x, y, x + width, y + height]) }

    public var isEmpty: Bool { width == 0 || height == 0 }
}
