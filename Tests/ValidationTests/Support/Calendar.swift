import FoundationEssentials

/// Days of the year in which everything here happens; day 0 is 2026-01-01.
func day(_ number: Double) -> Date {
    Date(timeIntervalSince1970: 1_767_225_600 + number * 86_400)
}

extension ClosedRange<Date> {
    /// Long before and long after everything.
    static var ages: Self { day(-3000)...day(6000) }
}
