import Domain

/// A date as a PDF writes it: `D:20261122140509+03'00'` (ISO 32000-2 §7.9.4).
struct StatedTime: Equatable, Sendable {
    /// `nil` where the text is none.
    let instant: Instant?

    init(_ text: String) {
        instant = Self.read(text.utf8.prefix(40))
    }

    private static func read(_ text: Substring.UTF8View.SubSequence) -> Instant? {
        var rest = Array(text.starts(with: "D:".utf8) ? text.dropFirst(2) : text)[...]
        guard let year = number(&rest, 4), let month = number(&rest, 2), (1...12).contains(month),
            let day = number(&rest, 2), (1...31).contains(day), let hour = number(&rest, 2),
            let minute = number(&rest, 2), hour < 24, minute < 60
        else { return nil }
        let second = number(&rest, 2) ?? 0
        let days = days(year, month, day)
        let local = Int64((days * 24 + hour) * 3600 + minute * 60 + second)
        return Instant(seconds: local - Int64(offset(&rest)))
    }

    /// Seconds east of UTC; without a zone none is assumed.
    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int {
        guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(&rest, 2), hours < 24
        else { return 0 }
        if rest.first == UInt8(ascii: "'") { rest.removeFirst() }
        let minutes = number(&rest, 2) ?? 0
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ width: Int) -> Int? {
        let digits = rest.prefix(width)
        let isNumber = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.count == width, isNumber else { return nil }
        rest = rest.dropFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Days since 1970-01-01. Years are counted from March, so that the leap day comes last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
