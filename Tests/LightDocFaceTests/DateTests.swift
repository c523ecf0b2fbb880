import Domain
import Foundation
import Testing

@testable import LightDocFace

struct DateTests {
    @Test("seven fractional digits, from integers")
    func precise() {
        #expect(
            WireDate.precise(Instant(microseconds: 1_718_557_216_020_000))
                == "2024-06-16T17:00:16.0200000Z")
        #expect(WireDate.precise(Instant(microseconds: 999_999)) == "1970-01-01T00:00:00.9999990Z")
        #expect(WireDate.precise(Instant(microseconds: -1)) == "1969-12-31T23:59:59.9999990Z")
    }

    @Test("certificates' dates have no fraction")
    func plain() {
        #expect(WireDate.plain(Instant(seconds: 1_718_039_580)) == "2024-06-10T17:13:00Z")
    }

    @Test("every day of four centuries is written and read back as the calendar has it")
    func calendar() throws {
        let formatter = ISO8601DateFormatter()
        for day in stride(from: -60_000, to: 90_000, by: 1) {
            let instant = Instant(seconds: Int64(day) * 86_400 + 86_399)
            let text = WireDate.plain(instant)
            #expect(DateReader.instant(text, zone: .gmt) == instant)
            if day % 97 == 0 {
                #expect(
                    formatter.date(from: text)?.timeIntervalSince1970 == Double(instant.seconds))
            }
        }
    }

    @Test(
        "dates in every documented form",
        arguments: [
            ("2020-04-01T03:00:00.000+03:00", 1_585_699_200_000_000),
            ("2020-04-01T03:00:00.000 03:00", 1_585_699_200_000_000),
            ("2020-04-01T03:00:00+0300", 1_585_699_200_000_000),
            ("2020-04-01T03:00:00+03", 1_585_699_200_000_000),
            ("2020-03-31T19:30:00-04:30", 1_585_699_200_000_000),
            ("2020-04-01T00:00:00Z", 1_585_699_200_000_000),
            ("2020-04-01T00:00:00", 1_585_699_200_000_000),
            ("2020-04-01T00:00", 1_585_699_200_000_000), ("2020-04-01", 1_585_699_200_000_000),
            ("2020-04-01T00:00:00.1Z", 1_585_699_200_100_000),
            ("2020-04-01T00:00:00.123456789Z", 1_585_699_200_123_456),
        ])
    func reading(text: String, microseconds: Int64) {
        #expect(DateReader.instant(text, zone: .gmt) == Instant(microseconds: microseconds))
    }

    @Test(
        "what is no date is none",
        arguments: [
            "", "2020", "2020-04", "2020-4-1", "20200401", "2020-02-30", "2021-02-29",
            "2020-13-01", "2020-00-01", "0000-01-01", "2020-04-01T", "2020-04-01T24:00:00",
            "2020-04-01T00:60", "2020-04-01T00:00:60", "2020-04-01T00:00:00.",
            "2020-04-01T00:00:00.1234567890Z", "2020-04-01T00:00:00+24:00",
            "2020-04-01T00:00:00+3", "2020-04-01T00:00:00+03:0", "2020-04-01T00:00:00Zx",
            "2020-04-01Z", "١٩٧٠-01-01", "now",
        ])
    func malformed(text: String) {
        #expect(DateReader.instant(text, zone: .gmt) == nil)
    }

    @Test("without a zone the configured one holds, summer time included")
    func configuredZone() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        #expect(
            DateReader.instant("2024-01-15", zone: berlin)
                == DateReader.instant("2024-01-14T23:00:00Z", zone: .gmt))
        #expect(
            DateReader.instant("2024-07-15", zone: berlin)
                == DateReader.instant("2024-07-14T22:00:00Z", zone: .gmt))
        #expect(
            DateReader.instant("2024-07-15T00:00:00Z", zone: berlin)
                == DateReader.instant("2024-07-15", zone: .gmt))
    }

    @Test(
        "a month before ends on the last day of a shorter month",
        arguments: [
            ("2024-03-31", "2024-02-29"), ("2023-03-31", "2023-02-28"),
            ("2024-01-15", "2023-12-15"), ("2024-07-31", "2024-06-30"),
        ])
    func monthBefore(from: String, to: String) throws {
        let instant = try #require(DateReader.instant(from, zone: .gmt))
        #expect(CivilTime(instant)?.monthBefore?.instant == DateReader.instant(to, zone: .gmt))
    }
}
