import Domain
import Foundation
import Testing

@testable import SignOKFace

struct SeoulTimeTests {
    @Test(
        "written in Seoul, to the second",
        arguments: [
            (0, "1970-01-01 09:00:00"), (1_685_940_321, "2023-06-05 13:45:21"),
            (1_704_034_799, "2023-12-31 23:59:59"), (1_704_034_800, "2024-01-01 00:00:00"),
        ])
    func dateTime(seconds: Int64, text: String) {
        #expect(SeoulTime.dateTime(Instant(seconds: seconds)) == text)
        #expect(SeoulTime.dateTime(Instant(microseconds: seconds * 1_000_000 + 999_999)) == text)
    }

    @Test("as the system's own calendar has it")
    func calendar() throws {
        let seoul = try #require(TimeZone(identifier: "Asia/Seoul"))
        let formatter = DateFormatter()
        (formatter.timeZone, formatter.dateFormat) = (seoul, "yyyy-MM-dd HH:mm:ss")
        formatter.locale = Locale(identifier: "en_US_POSIX")
        for seconds in stride(from: Int64(600_000_000), to: 4_000_000_000, by: 9_999_991) {
            let date = Date(timeIntervalSince1970: Double(seconds))
            #expect(SeoulTime.dateTime(Instant(seconds: seconds)) == formatter.string(from: date))
        }
    }

    @Test("a day begins at midnight and ends a microsecond before the next")
    func day() throws {
        let day = try #require(SeoulTime.day("20240229"))
        #expect(SeoulTime.dateTime(day.lowerBound) == "2024-02-29 00:00:00")
        #expect(SeoulTime.dateTime(day.upperBound) == "2024-02-29 23:59:59")
        let next = try #require(SeoulTime.day("20240301"))
        #expect(next.lowerBound.microseconds - day.upperBound.microseconds == 1)
    }

    @Test(
        "what is no day is none",
        arguments: [
            "", "2024022", "202402290", "20230229", "20241301", "20240001", "20240100", "00000101",
            "2024-2-9", "２０２４０２２９", "abcdefgh", "+2024022",
        ])
    func noDay(text: String) {
        #expect(SeoulTime.day(text) == nil)
    }
}
