/// The text position, moved by Td from line to line.
struct TextPen {
    private let x: Double
    private let top: Double
    private var last: (x: Double, y: Double) = (0, 0)

    init(x: Double, top: Double) {
        self.x = x
        self.top = top
    }

    /// The Td that leads to a place in the block. Positions are rounded as they are written, so
    /// that errors do not add up.
    mutating func move(toX offset: Double, baseline: Double) -> (dx: Double, dy: Double) {
        let next = (
            x: ((x + offset) * 100).rounded() / 100, y: ((top - baseline) * 100).rounded() / 100
        )
        defer { last = next }
        return (next.x - last.x, next.y - last.y)
    }
}
