extension DERValue {
    /// Seconds since 1970 of a UTCTime or GeneralizedTime in the form RFC 5280 §4.1.2.5 allows:
    /// whole seconds, ending in `Z`. UTCTime's years are 1950 to 2049.
    func unixTime() throws(CMSError) -> Int64 {
        let yearDigits = tag == DERTag.generalizedTime ? 4 : 2
        guard tag == DERTag.utcTime || tag == DERTag.generalizedTime,
            content.count == yearDigits + 11, content.last == UInt8(ascii: "Z"),
            let digits = Self.digits(content.dropLast())
        else { throw CMSError(.malformed, "a time in an unknown form") }
        let pairs = stride(from: 0, to: digits.count, by: 2).map {
            digits[$0] * 10 + digits[$0 + 1]
        }
        let short = pairs[0] < 50 ? 2000 + pairs[0] : 1900 + pairs[0]
        let year = yearDigits == 4 ? pairs[0] * 100 + pairs[1] : short
        let rest = Array(pairs.suffix(5))
        guard (1...12).contains(rest[0]), (1...31).contains(rest[1]), rest[2] < 24, rest[3] < 60,
            rest[4] <= 60
        else { throw CMSError(.malformed, "a time that does not exist") }
        let days = Self.days(year: year, month: rest[0], day: rest[1])
        return ((days * 24 + rest[2]) * 60 + rest[3]) * 60 + rest[4]
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> [Int64]? {
        let digits = bytes.map { Int64($0) - 48 }
        return digits.allSatisfy { 0 <= $0 && $0 <= 9 } ? digits : nil
    }

    /// Days from 1970-01-01 in the Gregorian calendar, whose year here starts in March so that
    /// the leap day is its last.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
