import Foundation
import Testing

@testable import PDFSigning

@Suite struct PDFDateTests {
    @Test(
        "dates are written in UTC as the calendar has them",
        arguments: [
            (-1.0, "D:19691231235959+00'00'"), (0, "D:19700101000000+00'00'"),
            (951_782_400, "D:20000229000000+00'00'"), (1_767_225_599.9, "D:20251231235959+00'00'"),
            (4_107_542_400, "D:21000301000000+00'00'"),
            (-62_135_596_800, "D:00010101000000+00'00'"),
        ])
    func known(seconds: Double, text: String) {
        #expect(PDFDate(Date(timeIntervalSince1970: seconds)).text == text)
    }

    @Test("two centuries of days agree with Foundation's calendar")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -36_500, to: 36_500, by: 13) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let number = parts.year! * 10_000 + parts.month! * 100 + parts.day!
            #expect(PDFDate(date).text == "D:\(number)000000+00'00'")
        }
    }
}
