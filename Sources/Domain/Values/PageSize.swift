/// What a page shows, in points: cropped, and turned by its rotation.
public struct PageSize: Equatable, Codable, Sendable {
    public let width: Double
    public let height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}
