extension Words {
    /// Date, time and zone, to the second: `22.11.2026 14:05:09 UTC`, `2026-11-22 14:05:09 UTC`.
    ///
    /// - Parameters:
    ///   - microseconds: since 1970-01-01T00:00:00Z.
    ///   - offsetMinutes: the zone's distance from UTC, at most 18 hours either way.
    public func dateTime(microseconds: Int64, offsetMinutes: Int = 0) -> String {
        self("format.dateTime", parts(microseconds, offsetMinutes))
    }

    /// The date alone: `22.11.2026`, `2026-11-22`.
    public func date(microseconds: Int64, offsetMinutes: Int = 0) -> String {
        self("format.date", parts(microseconds, offsetMinutes))
    }

    private func parts(_ microseconds: Int64, _ offsetMinutes: Int) -> [String: String] {
        let offset = min(max(offsetMinutes, -18 * 60), 18 * 60)
        let seconds = flooredQuotient(microseconds, 1_000_000) + Int64(offset) * 60
        let day = flooredQuotient(seconds, 86_400)
        let second = seconds - day * 86_400
        let date = CivilDate(daysSince1970: day)
        return [
            "year": padded(date.year, 4), "month": padded(date.month, 2),
            "day": padded(date.day, 2), "hour": padded(second / 3600, 2),
            "minute": padded(second / 60 % 60, 2), "second": padded(second % 60, 2),
            "zone": zone(offset),
        ]
    }

    private func zone(_ offset: Int) -> String {
        guard offset != 0 else { return "UTC" }
        let distance = Int64(offset.magnitude)
        return (offset < 0 ? "UTC−" : "UTC+") + padded(distance / 60, 2) + ":"
            + padded(distance % 60, 2)
    }
}

/// A day of the proleptic Gregorian calendar.
private struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    /// Years are counted from March, so that the leap day comes last; eras have 146,097 days.
    init(daysSince1970: Int64) {
        let shifted = daysSince1970 + 719_468
        let era = flooredQuotient(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

private func flooredQuotient(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
}

private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
