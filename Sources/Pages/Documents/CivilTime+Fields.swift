import Domain

/// Days and times as date fields of forms have them (HTML Living Standard, 2.3.5), in the zone of
/// the pages.
extension CivilTime {
    init?(_ instant: Instant, zoneOffsetMinutes: Int) {
        self.init(instant.adding(seconds: Int64(zoneOffsetMinutes) * 60))
    }

    /// From `2026-11-23T14:05`, perhaps with seconds.
    init?(dateTimeField text: String) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let date = Self.numbers(halves[0], "-"), date.count == 3,
            let time = Self.numbers(halves[1], ":"), (2...3).contains(time.count)
        else { return nil }
        self.init(
            year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1],
            second: time.count == 3 ? time[2] : 0)
    }

    func instant(zoneOffsetMinutes: Int) -> Instant {
        instant.adding(seconds: -Int64(zoneOffsetMinutes) * 60)
    }

    /// `2026-11-23`.
    var dayField: String {
        "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// `2026-11-23T14:05`.
    var dateTimeField: String { "\(dayField)T\(Self.padded(hour, 2)):\(Self.padded(minute, 2))" }

    private static func numbers(_ text: Substring, _ separator: Character) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        return numbers.count == parts.count ? numbers : nil
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
