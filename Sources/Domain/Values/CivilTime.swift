/// Date and time of day in the proleptic Gregorian calendar (ISO 8601), without a zone, years
/// 1 to 9999.
public struct CivilTime: Equatable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int
    public let microsecond: Int

    /// `nil` where there is no such day or time.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
        microsecond: Int = 0
    ) {
        guard (1...9_999).contains(year), (1...12).contains(month),
            (1...Self.dayCount(year, month)).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
    }

    /// The UTC reading of an instant.
    public init?(_ instant: Instant) {
        let days = Self.floorDivided(instant.seconds, by: 86_400)
        let second = Int(instant.seconds - days * 86_400)
        let (year, month, day) = Self.date(ofDay: Int(days))
        self.init(
            year: year, month: month, day: day, hour: second / 3_600,
            minute: second / 60 % 60, second: second % 60,
            microsecond: Int(instant.microseconds - instant.seconds * 1_000_000))
    }

    /// The instant at which UTC reads so.
    public var instant: Instant {
        let days = Int64(Self.day(year, month, day))
        let seconds = days * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        return Instant(microseconds: seconds * 1_000_000 + Int64(microsecond))
    }

    /// The same time a month before, on the last day of a shorter month.
    public var monthBefore: CivilTime? {
        let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
        return CivilTime(
            year: year, month: month, day: min(day, Self.dayCount(year, month)), hour: hour,
            minute: minute, second: second, microsecond: microsecond)
    }
}

extension CivilTime {
    private static func dayCount(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func daysBefore(year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    /// Days since 1970-01-01.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let months = (1..<month).reduce(0) { $0 + dayCount(year, $1) }
        return daysBefore(year: year) - daysBefore(year: 1_970) + months + day - 1
    }

    private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let absolute = day + daysBefore(year: 1_970)
        // A first guess that is right or one year too late.
        var year = max(1, absolute * 400 / 146_097 + 1)
        while daysBefore(year: year) > absolute { year -= 1 }
        while daysBefore(year: year + 1) <= absolute { year += 1 }
        var (month, rest) = (1, absolute - daysBefore(year: year))
        while month < 12, rest >= dayCount(year, month) {
            rest -= dayCount(year, month)
            month += 1
        }
        return (year, month, rest + 1)
    }

    private static func floorDivided(_ value: Int64, by divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
