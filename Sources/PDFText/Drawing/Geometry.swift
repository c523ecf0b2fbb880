/// A rectangle in PDF user space: points, the origin at the lower left.
public struct Rectangle: Hashable, Codable, Sendable {
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

    public var right: Double { x + width }
    public var top: Double { y + height }

    /// Smaller by `margin` on every side, but never less than nothing.
    public func inset(by margin: Double) -> Rectangle {
        let (dx, dy) = (Swift.min(margin, width / 2), Swift.min(margin, height / 2))
        return Rectangle(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }
}

public struct Size: Hashable, Codable, Sendable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// ISO 216 A4, upright, in points.
    public static let a4 = Size(width: 595.28, height: 841.89)
}

/// A colour in device RGB, components 0…1.
public struct Color: Hashable, Codable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double

    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    public init(gray: Double) { self.init(red: gray, green: gray, blue: gray) }

    public static let black = Color(gray: 0)
    public static let white = Color(gray: 1)

    var isGray: Bool { red == green && green == blue }
}
