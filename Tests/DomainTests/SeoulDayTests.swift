import Testing

@testable import Domain

@Suite("Days in Seoul")
struct SeoulDayTests {
    @Test(
        "begin at 15:00 UTC the day before",
        arguments: [
            (0, 0), (53_999_999_999, 0), (54_000_000_000, 1), (-1, 0), (-32_400_000_001, -1),
        ])
    func begins(microseconds: Int64, number: Int64) {
        #expect(SeoulDay(Instant(microseconds: microseconds)).number == number)
    }

    @Test(
        "hold their first and last microsecond, and no other",
        arguments: [-1, 0, 20_000] as [Int64])
    func holds(number: Int64) {
        let day = SeoulDay(number: number)
        #expect(SeoulDay(day.start) == day && SeoulDay(day.end) == day)
        #expect(SeoulDay(Instant(microseconds: day.start.microseconds - 1)).number == number - 1)
        #expect(SeoulDay(Instant(microseconds: day.end.microseconds + 1)).number == number + 1)
    }
}
