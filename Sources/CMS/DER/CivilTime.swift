/// A moment as calendar and clock show it in UTC, in the proleptic Gregorian calendar.
struct CivilTime: Hashable, Sendable {
    let year, month, day, hour, minute, second: Int64

    init(unixTime: Int64) {
        let (days, seconds) = unixTime.quotientAndRemainder(flooringBy: 86_400)
        (year, month, day) = Self.date(days)
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    /// Days from 1970-01-01 of a date. The year here starts in March, so that the leap day is its
    /// last.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }

    // An era is 400 years: 146,097 days.
    private static func date(_ days: Int64) -> (Int64, Int64, Int64) {
        let (era, day) = (days + 719_468).quotientAndRemainder(flooringBy: 146_097)
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            era * 400 + year + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
}

extension Int64 {
    fileprivate func quotientAndRemainder(flooringBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
