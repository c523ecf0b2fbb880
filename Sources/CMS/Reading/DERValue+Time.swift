import FoundationEssentials

extension DERValue {
    /// Seconds since 1970 of a UTCTime or GeneralizedTime in the form RFC 5280 §4.1.2.5 allows:
    /// whole seconds, ending in `Z`. UTCTime's years are 1950 to 2049.
    func unixTime() throws(CMSError) -> Int64 {
        guard tag == DERTag.utcTime || tag == DERTag.generalizedTime,
            content.last == UInt8(ascii: "Z")
        else { throw CMSError(.malformed, "a time in an unknown form") }
        return try Self.unixTime(content.dropLast(), hasCentury: tag == DERTag.generalizedTime)
    }

    func date() throws(CMSError) -> Date { Date(timeIntervalSince1970: Double(try unixTime())) }

    /// A GeneralizedTime that may have a fraction of a second (RFC 3161 §2.4.2); read to the
    /// microsecond.
    func preciseDate() throws(CMSError) -> Date {
        guard tag == DERTag.generalizedTime, content.last == UInt8(ascii: "Z") else {
            throw CMSError(.malformed, "a time in an unknown form")
        }
        let parts = content.dropLast().split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else {
            throw CMSError(.malformed, "a time in an unknown form")
        }
        let seconds = try Self.unixTime(parts[0], hasCentury: true)
        let fraction = parts.count == 2 ? try Self.fraction(parts[1]) : 0
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    private static func fraction(_ text: ArraySlice<UInt8>) throws(CMSError) -> Double {
        guard !text.isEmpty, let digits = digits(text.prefix(6)), Self.digits(text) != nil else {
            throw CMSError(.malformed, "a fraction of a second in an unknown form")
        }
        let padded = digits + [Int64](repeating: 0, count: 6 - digits.count)
        return Double(padded.reduce(0) { $0 * 10 + $1 }) / 1_000_000
    }

    private static func unixTime(_ text: ArraySlice<UInt8>, hasCentury: Bool) throws(CMSError)
        -> Int64
    {
        guard text.count == (hasCentury ? 14 : 12), let digits = digits(text) else {
            throw CMSError(.malformed, "a time in an unknown form")
        }
        let pairs = stride(from: 0, to: digits.count, by: 2).map {
            digits[$0] * 10 + digits[$0 + 1]
        }
        let short = pairs[0] < 50 ? 2000 + pairs[0] : 1900 + pairs[0]
        let year = hasCentury ? pairs[0] * 100 + pairs[1] : short
        let rest = Array(pairs.suffix(5))
        guard (1...12).contains(rest[0]), (1...31).contains(rest[1]), rest[2] < 24, rest[3] < 60,
            rest[4] <= 60
        else { throw CMSError(.malformed, "a time that does not exist") }
        let days = CivilTime.days(year: year, month: rest[0], day: rest[1])
        return ((days * 24 + rest[2]) * 60 + rest[3]) * 60 + rest[4]
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> [Int64]? {
        let digits = bytes.map { Int64($0) - 48 }
        return digits.allSatisfy { 0 <= $0 && $0 <= 9 } ? digits : nil
    }
}
