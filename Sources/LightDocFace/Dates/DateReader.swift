import Domain
import FoundationEssentials

/// Reads a date, a date-time or a date-time with zone (ISO 8601 extended format; contract
/// LightDoc, Dates in).
struct DateReader {
    private var rest: Substring.UTF8View

    /// `zone` holds where the text names none. `nil` where the text is no date.
    static func instant(_ text: String, zone: TimeZone) -> Instant? {
        var reader = DateReader(rest: text[...].utf8)
        guard let (time, offset) = reader.read() else { return nil }
        if let offset { return time.instant.adding(seconds: -Int64(offset)) }
        return time.instant.adding(seconds: -Int64(zone.offset(atLocal: time.instant)))
    }

    private mutating func read() -> (CivilTime, offset: Int?)? {
        guard let year = number(4), take("-"), let month = number(2), take("-"),
            let day = number(2)
        else { return nil }
        if rest.isEmpty { return CivilTime(year: year, month: month, day: day).map { ($0, nil) } }
        guard take("T") || take("t") || take(" "), let hour = number(2), take(":"),
            let minute = number(2), let (second, microsecond) = seconds(),
            let time = CivilTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second,
                microsecond: microsecond)
        else { return nil }
        if rest.isEmpty { return (time, nil) }
        guard let offset = offset(), rest.isEmpty else { return nil }
        return (time, offset)
    }

    /// Seconds may be left out, and have up to nine fractional digits, of which six count.
    private mutating func seconds() -> (Int, Int)? {
        guard take(":") else { return (0, 0) }
        guard let second = number(2) else { return nil }
        guard take(".") || take(",") else { return (second, 0) }
        let digits = rest.prefix { Self.isDigit($0) }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let micro = (Array(digits) + Array(repeating: UInt8(ascii: "0"), count: 6)).prefix(6)
        return (second, micro.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }

    /// `Z`, `±hh`, `±hh:mm`, `±hhmm`, in seconds. A `+` that a query turned into a space counts.
    private mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign = take("-") ? -1 : 1
        guard sign == -1 || take("+") || take(" "), let hours = number(2) else { return nil }
        let isShort = rest.isEmpty
        _ = take(":")
        guard let minutes = isShort ? 0 : number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }

    private mutating func number(_ digitCount: Int) -> Int? {
        let digits = rest.prefix(digitCount)
        guard digits.count == digitCount, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(digitCount)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension TimeZone {
    /// The offset that holds when clocks of the zone read so; of two, the later one's.
    fileprivate func offset(atLocal reading: Instant) -> Int {
        let guess = secondsFromGMT(for: date(reading, minus: 0))
        return secondsFromGMT(for: date(reading, minus: guess))
    }

    private func date(_ reading: Instant, minus offset: Int) -> Date {
        Date(timeIntervalSince1970: Double(reading.seconds - Int64(offset)))
    }
}
