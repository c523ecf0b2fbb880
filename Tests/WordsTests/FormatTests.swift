import Testing

@testable import Words

@Suite("Times and sizes")
struct FormatTests {
    /// 2026-11-22T14:05:09.5Z
    private let moment: Int64 = 1_795_356_309_500_000

    @Test("a time names its zone")
    func dateTime() {
        #expect(Words("ru").dateTime(microseconds: moment) == "22.11.2026 14:05:09 UTC")
        #expect(Words("en").dateTime(microseconds: moment) == "2026-11-22 14:05:09 UTC")
        #expect(
            Words("ko").dateTime(microseconds: moment, offsetMinutes: 540)
                == "2026-11-22 23:05:09 UTC+09:00")
        #expect(
            Words("en").dateTime(microseconds: moment, offsetMinutes: -210)
                == "2026-11-22 10:35:09 UTC−03:30")
    }

    @Test(
        "dates come right at the calendar's edges",
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400_000_000, "2000-02-29"),
            (4_107_542_400_000_000, "2100-03-01"), (4_107_456_000_000_000, "2100-02-28"),
            (-11_644_473_600_000_000, "1601-01-01"),
        ] as [(Int64, String)])
    func dates(microseconds: Int64, text: String) {
        #expect(Words("en").date(microseconds: microseconds) == text)
    }

    @Test("no moment is out of range", arguments: [Int64.min, Int64.max])
    func extremes(microseconds: Int64) {
        #expect(
            Words("en").dateTime(microseconds: microseconds, offsetMinutes: .max).hasSuffix(
                "UTC+18:00"))
    }

    @Test(
        "sizes are cut to tenths",
        arguments: [
            (0, "0 Б"), (1_023, "1023 Б"), (1_024, "1,0 КБ"), (1_048_575, "1023,9 КБ"),
            (52_428_800, "50,0 МБ"), (-1, "0 Б"),
        ])
    func sizes(byteCount: Int, text: String) {
        #expect(Words("ru").size(byteCount: byteCount) == text)
    }
}
