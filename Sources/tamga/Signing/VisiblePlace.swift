import ArgumentParser

/// Where a visible signature goes: `PAGE:X,Y,W,H`, the page from 1, the rectangle in points from
/// the lower left corner of the page as it is stored.
struct VisiblePlace: Equatable, ExpressibleByArgument {
    /// Counted from 1.
    let page: Int
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let page = Int(parts[0]), page >= 1 else { return nil }
        let numbers = parts[1].split(separator: ",", omittingEmptySubsequences: false)
            .map { Double($0.trimmingPrefix(" ")) }
        guard numbers.count == 4, case let values = numbers.compactMap(\.self),
            values.count == 4, values.allSatisfy({ $0.isFinite && abs($0) <= Self.limit }),
            values[2] > 0, values[3] > 0
        else { return nil }
        self.page = page
        (x, y, width, height) = (values[0], values[1], values[2], values[3])
    }

    /// Points that a page may measure (ISO 32000-2, annex C), with room to spare.
    private static let limit = 1_000_000.0
}
