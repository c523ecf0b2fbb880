import Domain

/// Dates as this wire writes them: UTC, from integers (contract LightDoc, Dates out).
enum WireDate {
    /// `2024-06-16T17:00:16.0200000Z`: seven fractional digits.
    static func precise(_ instant: Instant) -> String {
        let microseconds = instant.microseconds - instant.seconds * 1_000_000
        return seconds(instant) + "." + padded(Int(microseconds) * 10, 7) + "Z"
    }

    /// `2024-06-10T17:13:00Z`.
    static func plain(_ instant: Instant) -> String {
        seconds(instant) + "Z"
    }

    /// Instants outside the years 1 to 9999 cannot come from our clock.
    private static func seconds(_ instant: Instant) -> String {
        guard let time = CivilTime(instant) else { return "0001-01-01T00:00:00" }
        return padded(time.year, 4) + "-" + padded(time.month, 2) + "-" + padded(time.day, 2) + "T"
            + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
