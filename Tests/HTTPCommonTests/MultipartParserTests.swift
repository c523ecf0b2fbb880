import Testing

@testable import HTTPCommon

struct MultipartParserTests {
    /// Near misses of the delimiter inside a file, padding, an empty part, text around the form.
    private static let tricky =
        "preamble\r\n--XX  \t\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\n"
        + "a\r\n--X\r\r\n--XXY\r\n-\r\n--\r\nb\r\n--XX\r\n"
        + "content-disposition: form-data; name=empty\r\n\r\n\r\n--XX--epilogue\r\n--XX\r\n"

    @Test("near misses of the boundary are data")
    func nearMisses() throws {
        let parts = try Form.parse(Self.tricky)
        #expect(parts.map(\.text) == ["a\r\n--X\r\r\n--XXY\r\n-\r\n--\r\nb", ""])
        #expect(parts.map(\.isEnded) == [true, true])
    }

    @Test("a body reads the same however it is cut in two")
    func everyCut() throws {
        let bytes = Array(Self.tricky.utf8)
        let whole = try Form.parse([bytes])
        for cut in bytes.indices {
            #expect(try Form.parse([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
    }

    @Test("a body reads the same in pieces of any size", arguments: 1...40)
    func everySize(size: Int) throws {
        let bytes = Array(Self.tricky.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        #expect(try Form.parse(pieces) == Form.parse([bytes]))
    }

    @Test("a body cut short anywhere before its closing delimiter is truncated")
    func truncation() {
        let bytes = Array(Form.text([Form.file("a.pdf", "%PDF-")]).utf8)
        for count in 0..<bytes.count - 2 {
            #expect(throws: MultipartError.truncated) {
                try Form.parse([Array(bytes[..<count])])
            }
        }
    }

    @Test("a header block over 8 KiB is refused, however it arrives", arguments: [1, 100, 100_000])
    func longHeader(size: Int) {
        let bytes = Array("--XX\r\nX: \(String(repeating: "a", count: 9_000))".utf8)
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        #expect(throws: MultipartError.headerTooLarge(limit: 8 * 1024)) { try Form.parse(pieces) }
    }

    @Test("the part after the thousandth is refused")
    func manyParts() throws {
        let part = Form.file("a.pdf", "")
        #expect(try Form.parse(Form.text(Array(repeating: part, count: 1_000))).count == 1_000)
        #expect(throws: MultipartError.tooManyParts(limit: 1_000)) {
            try Form.parse(Form.text(Array(repeating: part, count: 1_001)))
        }
    }

    @Test("a part without a name is refused")
    func nameless() {
        #expect(throws: MultipartError.header) {
            try Form.parse(Form.text([(header: "Content-Type: text/plain", body: "")]))
        }
    }

    @Test(
        "boundaries outside the grammar are refused",
        arguments: ["", "a b ", "a\"b", "б", String(repeating: "a", count: 71)])
    func illegalBoundaries(boundary: String) {
        #expect(Delimiter(boundary: boundary) == nil)
    }

    @Test("every boundary character of the grammar is accepted")
    func legalBoundary() {
        #expect(Delimiter(boundary: "'()+_,-./:=? 09azAZ") != nil)
    }

    @Test("a media type without a boundary is refused")
    func noBoundary() {
        #expect(throws: MultipartError.boundary) {
            try MultipartParser(mediaType: ParameterizedValue("multipart/form-data"))
        }
    }

    @Test("the parser keeps no more than a delimiter of a file that holds none")
    func boundedMemory() throws {
        var parser = try MultipartParser(mediaType: ParameterizedValue(Form.mediaType))
        _ = try parser.feed(Array(Form.text([Form.file("a.pdf", "x")]).utf8.prefix(120)))
        for _ in 0..<100 { _ = try parser.feed(Array(repeating: 0x0D, count: 10_000)) }
        #expect(parser.pending.count < 1_000)
    }
}
