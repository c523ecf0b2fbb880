import FoundationEssentials

/// A date as PDF writes it (ISO 32000-2 §7.9.4), always in UTC, to the second.
struct PDFDate: Hashable, Sendable {
    let text: String

    init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let (days, second) = Self.divided(seconds, by: 86_400)
        let (year, month, day) = Self.civil(fromDays: days)
        let fields = [(year, 4), (month, 2), (day, 2)]
        let clock = [(second / 3600, 2), (second / 60 % 60, 2), (second % 60, 2)]
        text = "D:" + (fields + clock).map(Self.padded).joined() + "+00'00'"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func divided(_ value: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
        let rest = ((value % divisor) + divisor) % divisor
        return ((value - rest) / divisor, rest)
    }

    /// The proleptic Gregorian date of a day counted from 1970-01-01: years begin in March, so that
    /// the leap day is the last of its year and every era of 400 years has 146,097 days.
    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = divided(days + 719_468, by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
