import Foundation
import PDFCore
import PDFText
import Testing

@Suite("The font shelf")
struct FontShelfTests {
    private let typesetter = Typesetter()

    private func canvas(_ texts: String...) throws -> ContentCanvas {
        var canvas = ContentCanvas()
        for (index, text) in texts.enumerated() {
            let block = try typesetter.layout(text, TextStyle(size: 11))
            canvas.text(block, x: 20, top: 280 - Double(index) * 20)
        }
        return canvas
    }

    @Test("text whose glyphs are all there brings no font")
    func reuse() throws {
        var paper = Paper()
        try paper.show([canvas("Анна Ёжикова 0123456789", "홍길동 2026")])
        let shelf = paper.shelf
        let byteCount = try paper.show([canvas("Анна 2026"), canvas("홍 20")])
        #expect(paper.shelf == shelf)
        #expect(byteCount < 2_000)
    }

    @Test("later text brings only the glyphs that are missing")
    func addition() throws {
        var paper = Paper()
        try paper.show([canvas("abc")])
        try paper.show([canvas("abcd")])
        #expect(paper.shelf.fonts.count == 2)
        #expect(Array(paper.shelf.fonts[1].glyphs.values) == ["d"])
        #expect(try paper.text().contains("abcd"))
    }

    @Test("it can be stored and taken up by another typesetter")
    func storing() throws {
        var paper = Paper()
        try paper.show([canvas("Договор 계약서")])
        let stored = try JSONEncoder().encode(paper.shelf)
        paper.shelf = try JSONDecoder().decode(FontShelf.self, from: stored)
        try paper.show([FontShelfTests().canvas("Договор 계약서")])
        #expect(paper.shelf.fonts.count == 2)
    }

    @Test("every font is embedded, a subset, and maps to Unicode")
    func embedding() throws {
        var paper = Paper()
        try paper.show([canvas("Договор", "계약서", "شيء")])
        let rows = try paper.run("pdffonts", "{}").output.split(separator: "\n").dropFirst(2)
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0.contains("yes yes yes") })
        #expect(rows.allSatisfy { $0.prefixMatch(of: /[A-Z]{6}\+/) != nil })
    }

    @Test("qpdf and mutool find nothing wrong", arguments: ["Договор office", "شيء 계약서 שלום"])
    func structure(_ text: String) throws {
        var paper = Paper()
        try paper.show([canvas(text)])
        try paper.show([canvas(text + " 99")])
        let check = try paper.run("qpdf", "--check", "{}")
        #expect(check.status == 0, "\(check.output)")
        let drawing = try paper.run("mutool", "draw", "-o", "/dev/null", "-F", "png", "{}")
        #expect(drawing.status == 0)
        let complaints = drawing.output.split(separator: "\n").filter {
            $0.contains("error") || $0.contains("warning") && !$0.contains("ICC support")
        }
        #expect(complaints == [])
    }
}
