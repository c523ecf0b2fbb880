import Domain

/// Dates and times as this wire writes and reads them: Seoul's, nine hours before UTC all the year
/// round (contract, Conventions).
enum SeoulTime {
    private static let offsetSeconds: Int64 = 9 * 3_600
    private static let daySeconds: Int64 = 86_400

    /// `2023-06-05 13:45:21`. Instants outside the years 1 to 9999 cannot come from our clock.
    static func dateTime(_ instant: Instant) -> String {
        guard let time = CivilTime(instant.adding(seconds: offsetSeconds)) else {
            return "0001-01-01 00:00:00"
        }
        let hours = [time.hour, time.minute, time.second].map { padded($0, 2) }
        return date(time) + " " + hours.joined(separator: ":")
    }

    /// `2023-06-05`, on the same terms.
    static func date(_ instant: Instant) -> String {
        CivilTime(instant.adding(seconds: offsetSeconds)).map(date) ?? "0001-01-01"
    }

    private static func date(_ time: CivilTime) -> String {
        [padded(time.year, 4), padded(time.month, 2), padded(time.day, 2)].joined(separator: "-")
    }

    /// The first and the last moment of the day that is written `20230605`; `nil` where there is
    /// no such day.
    static func day(_ text: String) -> ClosedRange<Instant>? {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 8, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
        let date = CivilTime(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        guard let start = date?.instant.adding(seconds: -offsetSeconds) else { return nil }
        return start...Instant(microseconds: start.adding(seconds: daySeconds).microseconds - 1)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
