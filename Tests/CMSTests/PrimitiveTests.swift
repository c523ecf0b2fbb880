import Foundation
import Testing

@testable import CMS

@Suite("The smallest parts")
struct PrimitiveTests {
    @Test(
        "dotted decimal and encoding are one",
        arguments: [
            ("2.25.329800735698586629295641978511506172918", 20), ("1.2.840.113549.1.7.2", 9),
            ("2.999.1", 3), ("0.0", 1), ("1.39.0", 2), ("2.5.29.37", 3),
        ])
    func dotted(text: String, byteCount: Int) throws {
        let oid = try #require(OID(dotted: text))
        #expect(oid.description == text && oid.content.count == byteCount)
    }

    @Test(
        "what is no object identifier is refused",
        arguments: ["", "1", "3.1", "1.40", "0.40.1", "1..2", "1.2.x", "1.-2.3", "1.2.", ".1.2"])
    func notDotted(text: String) {
        #expect(OID(dotted: text) == nil)
    }

    @Test("every day of eight centuries is its own date")
    func calendar() {
        for day in Int64(-200_000)..<100_000 where day % 13 == 0 {
            let civil = CivilTime(unixTime: day * 86_400 + 86_399)
            #expect(CivilTime.days(year: civil.year, month: civil.month, day: civil.day) == day)
            #expect((civil.hour, civil.minute, civil.second) == (23, 59, 59))
        }
    }

    @Test(
        "times are written as RFC 5280 wants them and read again",
        arguments: [
            ("500101000000Z", -631_152_000), ("491231235959Z", 2_524_607_999),
            ("20500101000000Z", 2_524_608_000), ("19491231235959Z", -631_152_001),
            ("240229120000Z", 1_709_208_000),
        ])
    func times(text: String, seconds: Int64) throws {
        let date = Date(timeIntervalSince1970: Double(seconds))
        let encoded = DERWriter.time(date)
        #expect(Array(encoded.dropFirst(2)) == Array(text.utf8))
        var reader = DERReader(encoded[...])
        #expect(try reader.next().date() == date)
    }

    @Test("numbers are written in as few octets as they need")
    func integers() {
        #expect(DERWriter.integer(0) == [2, 1, 0])
        #expect(DERWriter.integer(127) == [2, 1, 127])
        #expect(DERWriter.integer(128) == [2, 2, 0, 128])
        #expect(DERWriter.integer(magnitude: [0, 0, 1, 2]) == [2, 2, 1, 2])
        #expect(DERWriter.integer(magnitude: [] as [UInt8]) == [2, 1, 0])
        #expect(DERWriter.integer(.max) == [2, 9, 0] + [UInt8](repeating: 255, count: 8))
    }

    @Test("key material is overwritten where it lies")
    func wiped() {
        var secret: [UInt8] = [1, 2, 3]
        secret.wipe()
        #expect(secret == [0, 0, 0])
    }

    @Test(
        "times that do not exist or are in another form are refused",
        arguments: [
            (0x17, "2402291200Z"), (0x17, "240229120000"), (0x17, "240229120000+0100"),
            (0x17, "241329120000Z"), (0x18, "20240229120000.Z"), (0x18, "20240229120000.5.5Z"),
            (0x18, "2024022912000xZ"), (0x18, "Z"), (0x04, "240229120000Z"),
        ])
    func badTimes(tag: UInt8, text: String) throws {
        var reader = DERReader(DERWriter.value(tag, Array(text.utf8))[...])
        let value = try reader.next()
        #expect(throws: CMSError.self) { try value.date() }
        #expect(throws: CMSError.self) { try value.preciseDate() }
    }
}
