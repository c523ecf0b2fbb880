import PDFCore
import PDFText
import Testing

@Suite("Drawing")
struct ContentCanvasTests {
    private func content(_ canvas: ContentCanvas) throws -> String {
        var shelf = FontShelf()
        var update = IncrementalUpdate(after: Paper().tail)
        let content = try canvas.content(on: &shelf, into: &update)
        return String(decoding: content.operators, as: UTF8.self)
    }

    @Test("numbers carry two decimals at most, and no exponent")
    func numbers() throws {
        var canvas = ContentCanvas()
        canvas.fill(Rectangle(x: 1, y: -0.005, width: 1e-9, height: 10.126), color: .black)
        canvas.fill(Rectangle(x: .nan, y: .infinity, width: 2.5, height: -3.01), color: .black)
        #expect(try content(canvas) == "1 -0.01 0 10.13 re\nf\n0 0 2.5 -3.01 re\nf\n")
    }

    @Test("a colour is set once and again after the clip that changed it")
    func colours() throws {
        let box = Rectangle(x: 0, y: 0, width: 1, height: 1)
        var canvas = ContentCanvas()
        canvas.fill(box, color: .white)
        canvas.fill(box, color: .white)
        canvas.clipped(to: box) { $0.fill(box, color: Color(red: 1, green: 0, blue: 0)) }
        canvas.fill(box, color: .white)
        let fill = "0 0 1 1 re\nf\n"
        let expected =
            "1 g\n\(fill)\(fill)q\n0 0 1 1 re\nW n\n1 0 0 rg\n\(fill)Q\n\(fill)"
        #expect(try content(canvas) == expected)
    }

    @Test("a glyph whose text on the shelf is another says what it stands for")
    func sharedGlyph() throws {
        // In DejaVu the letters f and i are drawn by the glyph of U+FB01.
        let typesetter = Typesetter()
        var canvas = ContentCanvas()
        for (row, text) in ["\u{FB01}", "fi"].enumerated() {
            let block = try typesetter.layout(text, TextStyle(size: 9))
            canvas.text(block, x: 0, top: 90 - Double(row) * 20)
        }
        let spans = try content(canvas).split(separator: "\n").filter { $0.hasPrefix("/Span") }
        #expect(spans == ["/Span<</ActualText<FEFF00660069>>>BDC"])
    }

    @Test("an unused canvas has no resources")
    func empty() throws {
        var shelf = FontShelf()
        var update = IncrementalUpdate(after: Paper().tail)
        let content = try ContentCanvas().content(on: &shelf, into: &update)
        #expect(content.resources.isEmpty)
        #expect(update.isEmpty)
    }

    @Test("a form has the size of its widget and the fonts it uses")
    func form() throws {
        var canvas = ContentCanvas()
        canvas.text(try Typesetter().layout("Ж", TextStyle(size: 9)), x: 0, top: 20)
        var shelf = FontShelf()
        var update = IncrementalUpdate(after: Paper().tail)
        let form = try canvas.content(on: &shelf, into: &update)
            .form(Size(width: 100, height: 20))
        #expect(form.dictionary["BBox"] == .numbers([0, 0, 100, 20]))
        let fonts = form.dictionary["Resources"]?.dictionary?["Font"]?.dictionary
        #expect(fonts?[shelf.fonts[0].name] == .reference(shelf.fonts[0].id))
    }

    @Test("a QR code has its finders in three corners, and not in the lower right")
    func finders() throws {
        var canvas = ContentCanvas()
        try canvas.qrCode("https://example.com", x: 0, y: 0, side: 33)
        // 25 modules and a quiet zone of 4: one point a module. Finder rows are 7 wide.
        let rectangles = try content(canvas)
        #expect(rectangles.contains("4 28 7 1 re"))
        #expect(rectangles.contains("22 28 7 1 re"))
        #expect(rectangles.contains("4 4 7 1 re"))
        #expect(!rectangles.contains("22 4 7 1 re"))
    }

    @Test("a text too long for a QR code is an error")
    func noCode() {
        var canvas = ContentCanvas()
        #expect(throws: PDFTextError.noQRCode) {
            try canvas.qrCode(String(repeating: "x", count: 5_000), x: 0, y: 0, side: 50)
        }
    }
}
