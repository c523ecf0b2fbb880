import PDFText
import Testing

@Suite("Setting text")
struct TypesetterTests {
    private let typesetter = Typesetter()
    private let style = TextStyle(size: 10)

    @Test("a character that no font draws is named")
    func unknownGlyph() {
        let error = #expect(throws: PDFTextError.self) {
            try typesetter.layout("a \u{10FFFD}", style)
        }
        #expect(error == .noGlyph("\u{10FFFD}"))
        #expect(error?.description.contains("U+10FFFD") == true)
    }

    @Test("control characters are refused by number", arguments: ["\u{7}", "\u{0}", "\u{1B}"])
    func controlCharacter(_ text: String) throws {
        #expect(throws: PDFTextError.noGlyph(text.unicodeScalars.first!)) {
            try typesetter.layout("a" + text, style)
        }
    }

    @Test("a text beyond the limit is refused before it is set")
    func tooLong() {
        let text = String(repeating: "a", count: Typesetter.maximumByteCount + 1)
        #expect(throws: PDFTextError.textTooLong(byteCount: text.utf8.count)) {
            try typesetter.layout(text, style)
        }
    }

    @Test("lines break inside the width, within words if they must")
    func wrapping() throws {
        let text = "Two words and " + String(repeating: "m", count: 60)
        let block = try typesetter.layout(text, style, width: 100)
        #expect(block.lines.count > 4)
        #expect(block.width <= 100.01)
    }

    @Test("more lines than allowed end in an ellipsis")
    func ellipsis() throws {
        let text = String(repeating: "word ", count: 50)
        let block = try typesetter.layout(text, style, width: 100, maximumLines: 2)
        #expect(block.lines.count == 2)
        #expect(block.lines[1].runs.last?.clusters.last?.glyphs.isEmpty == false)
    }

    @Test("the empty text has no lines")
    func empty() throws {
        #expect(try typesetter.layout("", style).lines.isEmpty)
    }

    @Test("a ligature is one glyph of several characters")
    func ligature() throws {
        let block = try typesetter.layout("office", style)
        let clusters = block.lines[0].runs[0].clusters
        #expect(clusters.map(\.text) == ["o", "ffi", "c", "e"])
    }

    @Test("the language decides between fonts of a shared script")
    func language() throws {
        let face = { (language: String) in
            try typesetter.layout("서명", style, language: language).lines[0].runs[0].face.key.name
        }
        #expect(try face("ko").hasPrefix("Nanum"))
    }

    @Test("right-to-left runs stand in visual order")
    func rightToLeft() throws {
        let run = try typesetter.layout("אב", style).lines[0].runs[0]
        #expect(run.isRightToLeft)
        #expect(run.clusters.map(\.text) == ["ב", "א"])
    }

    @Test("a warm layout takes less than a millisecond")
    func speed() throws {
        let text = "Подписано 2026-11-22 14:07:05, 홍길동"
        _ = try typesetter.layout(text, style)
        let clock = ContinuousClock()
        let fastest = try (0..<200).map { _ in
            try clock.measure { _ = try typesetter.layout(text, style) }
        }.min()
        #expect(try #require(fastest) < .milliseconds(1))
    }
}
