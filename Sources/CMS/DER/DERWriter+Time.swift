import FoundationEssentials

extension DERWriter {
    /// RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050; whole seconds.
    static func time(_ date: Date) -> [UInt8] {
        let civil = CivilTime(unixTime: Int64(date.timeIntervalSince1970.rounded(.down)))
        let isShort = (1950..<2050).contains(civil.year)
        let year = isShort ? digits(civil.year % 100, 2) : digits(civil.year, 4)
        return value(
            isShort ? DERTag.utcTime : DERTag.generalizedTime,
            Array((year + rest(civil) + "Z").utf8))
    }

    /// A GeneralizedTime to the second.
    static func generalizedTime(_ date: Date) -> [UInt8] {
        let civil = CivilTime(unixTime: Int64(date.timeIntervalSince1970.rounded(.down)))
        return value(
            DERTag.generalizedTime, Array((digits(civil.year, 4) + rest(civil) + "Z").utf8))
    }

    /// A GeneralizedTime to the millisecond; DER drops the zeros that end a fraction, and the
    /// point where none is left (X.690 §11.7.3).
    static func preciseTime(_ date: Date) -> [UInt8] {
        let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
        let seconds = Int64((Double(milliseconds) / 1000).rounded(.down))
        let civil = CivilTime(unixTime: seconds)
        var text = digits(civil.year, 4) + rest(civil)
        var fraction = digits(milliseconds - seconds * 1000, 3)
        while fraction.last == "0" { fraction.removeLast() }
        if !fraction.isEmpty { text += "." + fraction }
        return value(DERTag.generalizedTime, Array((text + "Z").utf8))
    }

    private static func rest(_ civil: CivilTime) -> String {
        [civil.month, civil.day, civil.hour, civil.minute, civil.second]
            .map { digits($0, 2) }.joined()
    }

    private static func digits(_ number: Int64, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
