/// Fills pages from top to bottom.
struct PageFlow {
    private(set) var pages: [ContentCanvas] = [ContentCanvas()]
    /// The next free height, in PDF coordinates.
    private(set) var y = Self.start
    private static let start = SheetDesign.page.height - SheetDesign.top

    var index: Int { pages.count - 1 }
    private var available: Double { y - SheetDesign.bottom }

    /// Draws a part of known height on this page, or on the next if it does not fit here.
    mutating func place<Result, Failure: Error>(
        height: Double, keepingRoomFor next: Double = 0,
        _ draw: (inout ContentCanvas, _ top: Double) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if height + next > available && y < Self.start { turn() }
        defer { y -= height }
        return try draw(&pages[index], y)
    }

    mutating func space(_ height: Double) {
        y -= min(height, max(0, available))
    }

    /// Draws on every page.
    mutating func decorate<Failure: Error>(
        _ draw: (inout ContentCanvas, _ index: Int) throws(Failure) -> Void
    ) throws(Failure) {
        for index in pages.indices { try draw(&pages[index], index) }
    }

    private mutating func turn() {
        pages.append(ContentCanvas())
        y = Self.start
    }
}
