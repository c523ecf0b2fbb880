import PDFCore
import Testing

@Suite("Filters")
struct FilterTests {
    private func decoded(
        _ dictionary: PDFDictionary, _ body: [UInt8], limits: PDFLimits = PDFLimits()
    ) throws -> [UInt8] {
        var sample = Sample()
        let id = ObjectID(sample.tail.size)
        sample.append { $0.set(id, toStream: dictionary, body: body) }
        return try sample.reader(limits: limits).streamData(id)
    }

    @Test(
        "the examples of the standard decode",
        arguments: [
            // ISO 32000-2, 7.4.4.2, example 1.
            (
                "LZWDecode", [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01],
                [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
            ),
            ("ASCII85Decode", Array("9jqo^BlbD-z~>".utf8), Array("Man is d".utf8) + [0, 0, 0, 0]),
            ("ASCII85Decode", Array("9jqo^ Bl~>".utf8), Array("Man i".utf8)),
            ("ASCIIHexDecode", Array("48 6 5 7>".utf8), [0x48, 0x65, 0x70]),
            ("RunLengthDecode", [2, 1, 2, 3, 254, 9, 128, 7], [1, 2, 3, 9, 9, 9]),
        ] as [(String, [UInt8], [UInt8])])
    func vectors(filter: String, body: [UInt8], expected: [UInt8]) throws {
        #expect(try decoded(["Filter": .name(PDFName(filter))], body) == expected)
    }

    @Test("filters are undone in order")
    func chain() throws {
        let body = Array(Flate.deflate([1, 2, 3]).flatMap { hexadecimal($0) })
        let filters: PDFObject = [.name("ASCIIHexDecode"), .name("FlateDecode")]
        #expect(try decoded(["Filter": filters], body) == [1, 2, 3])
    }

    private func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    @Test("each PNG predictor is undone")
    func predictors() throws {
        // Every row means 10 20 30 40, told by another predictor (two bytes a pixel).
        let rows: [UInt8] =
            [0, 10, 20, 30, 40] + [1, 10, 20, 20, 20] + [2, 0, 0, 0, 0] + [3, 5, 10, 10, 10]
            + [4, 0, 0, 0, 0]
        let parameters: PDFObject = ["Predictor": 15, "Columns": 2, "Colors": 2]
        let data = try decoded(
            ["Filter": .name("FlateDecode"), "DecodeParms": parameters], Flate.deflate(rows))
        #expect(data == Array(repeating: [10, 20, 30, 40], count: 5).flatMap { $0 })
    }

    @Test("a bomb stops at the limit")
    func bomb() {
        var limits = PDFLimits()
        limits.decodedBytes = 10_000
        let bomb = Flate.deflate(Array(repeating: 0, count: 1_000_000))
        #expect(throws: PDFError(.limit, "")) {
            try decoded(["Filter": .name("FlateDecode")], bomb, limits: limits)
        }
    }

    @Test("a damaged stream and an image filter are told apart")
    func failures() {
        #expect(throws: PDFError(.syntax, "")) {
            try decoded(["Filter": .name("FlateDecode")], Array(Flate.deflate([1, 2]).dropLast(5)))
        }
        #expect(throws: PDFError(.unsupported, "")) {
            try decoded(["Filter": .name("DCTDecode")], [1])
        }
    }
}
