import PDFCore
import Testing

@Suite("Text strings")
struct TextStringTests {
    @Test("text survives being written and read", arguments: ["", "Plain", "Ёж", "한국어", "𝄞 é"])
    func roundTrip(text: String) {
        #expect(PDFObject.text(text).textValue == text)
    }

    @Test("ASCII is written as it is")
    func ascii() {
        #expect(TextString.encode("Sign here") == Array("Sign here".utf8))
    }

    @Test(
        "each encoding is recognised by its mark",
        arguments: [
            ([0xFE, 0xFF, 0x04, 0x16], "Ж"), ([0xEF, 0xBB, 0xBF, 0xD0, 0x96], "Ж"),
            ([0x80, 0xA0, 0x18, 0xE9], "•€˘é"),
            ([0xFE, 0xFF, 0, 0x1B, 0, 0x65, 0, 0x1B, 0, 0x41], "A"),
            ([0xFE, 0xFF, 0xD8], ""), ([0x9F], "\u{FFFD}"),
        ] as [([UInt8], String)])
    func marks(bytes: [UInt8], text: String) {
        #expect(TextString.decode(bytes) == text)
    }
}
