/// A page of a numbered list.
public struct PageNumber: Equatable, Sendable {
    /// More rows than these are never on one page.
    public static let rowLimit = 100

    /// From 1.
    public let number: Int
    public let rowCount: Int

    /// `nil` where there is no such page. Too many rows are cut to ``rowLimit``.
    public init?(_ number: Int, rowCount: Int) {
        guard number >= 1, rowCount >= 1, number <= Int(Int32.max) else { return nil }
        self.number = number
        self.rowCount = min(rowCount, Self.rowLimit)
    }

    /// Rows on the pages before.
    public var offset: Int { (number - 1) * rowCount }
}
