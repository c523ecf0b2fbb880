import PDFCore
import PDFText
import Testing

@Suite("Sheets")
struct SheetTests {
    @Test("a hundred slots lie inside their pages and never overlap")
    func slots() throws {
        let laid = try Typesetter().pages(of: SheetSample.russian.sheet(entryCount: 100))
        #expect(laid.slots.count == 100)
        let page = Rectangle(x: 0, y: 0, width: laid.size.width, height: laid.size.height)
        for slot in laid.slots.values {
            #expect(laid.pages.indices.contains(slot.page))
            #expect(page.inset(by: 50).contains(slot.area))
        }
        let byPage = Dictionary(grouping: laid.slots.values, by: \.page)
        for slots in byPage.values {
            let sorted = slots.map(\.area).sorted { $0.y < $1.y }
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.top < $1.y })
        }
    }

    @Test("a slot is at least as high as was asked")
    func slotHeight() throws {
        let sheet = SheetSample.english.sheet(entryCount: 3)
        let laid = try Typesetter().pages(of: sheet)
        for entry in sheet.entries {
            #expect(try #require(laid.slots[entry.key]).area.height >= entry.slotHeight)
        }
    }

    @Test("nothing is drawn where a slot is", arguments: SheetSample.allCases)
    func slotsAreFree(_ sample: SheetSample) throws {
        let laid = try Typesetter().pages(of: sample.sheet(entryCount: 2))
        var paper = Paper()
        try paper.show(laid.pages, size: laid.size)
        for slot in laid.slots.values {
            let area = slot.area
            let text = try paper.run(
                "pdftotext", "-f", "\(slot.page + 1)", "-l", "\(slot.page + 1)",
                "-x", "\(Int(area.x))", "-y", "\(Int(laid.size.height - area.top))",
                "-W", "\(Int(area.width))", "-H", "\(Int(area.height))", "{}", "-")
            #expect(text.output.allSatisfy { $0.isWhitespace })
        }
    }

    @Test("every text of the page comes back", arguments: SheetSample.allCases)
    func text(_ sample: SheetSample) throws {
        let sheet = sample.sheet(entryCount: 2)
        var paper = Paper()
        let laid = try Typesetter().pages(of: sheet)
        try paper.show(laid.pages, size: laid.size)
        let text = try paper.text()
        let facts = sheet.sections.flatMap(\.facts) + sheet.entries.flatMap(\.facts)
        for fact in facts {
            #expect(text.contains(fact.label))
            #expect(text.contains(fact.value))
        }
        #expect(text.contains(sheet.title))
        #expect(text.contains(sheet.pageLabel(1, 1)))
        let notes = sheet.sections.flatMap(\.items).flatMap(\.notes)
        #expect(notes.allSatisfy { text.contains($0) })
    }

    @Test("a text of any length keeps its slot inside the page")
    func longTexts() throws {
        var sheet = SheetSample.english.sheet(entryCount: 2)
        let long = String(repeating: "Longname ", count: 500)
        sheet.title = long
        sheet.entries[0].title = long
        sheet.entries[0].facts = Array(repeating: Fact(long, long), count: 4)
        let laid = try Typesetter().pages(of: sheet)
        let page = Rectangle(x: 0, y: 0, width: laid.size.width, height: laid.size.height)
        #expect(laid.slots.values.allSatisfy { page.contains($0.area) })
    }
}

@Suite("Slot drawings")
struct SlotDrawingTests {
    private let size = Size(width: 260, height: 83)

    @Test("after reserving its texts a drawing brings no font", arguments: SheetSample.allCases)
    func reserve(_ sample: SheetSample) throws {
        let typesetter = Typesetter()
        let drawing = sample.evidence(of: 3)
        let texts = drawing.facts.flatMap { [$0.label, $0.value] }
        let reserved = try SlotDrawing.reserve(
            headings: [drawing.heading ?? ""], texts: texts, language: sample.rawValue,
            by: typesetter)
        var shelf = FontShelf()
        var update = IncrementalUpdate(after: Paper().tail)
        try shelf.embed(reserved, into: &update)
        let before = shelf
        let content = try drawing.canvas(size, by: Typesetter())
            .content(on: &shelf, into: &update)
        #expect(shelf == before)
        #expect(content.form(size).body.count <= 2_500)
    }

    @Test("a text too large for its slot is set smaller", arguments: [83.0, 60, 45])
    func shrinking(_ height: Double) throws {
        let drawing = SheetSample.russian.evidence(of: 1)
        let canvas = try drawing.canvas(Size(width: 260, height: height), by: Typesetter())
        let used = canvas.blocks.map(\.height).max() ?? 0
        #expect(used > 0 && used <= height)
        var paper = Paper()
        try paper.show([canvas], size: Size(width: 260, height: height))
        let text = try paper.text()
        #expect(text.contains("5A9C41E07BD2F66380A1C2D3E4F5061728394A5B"))
    }
}

extension Rectangle {
    fileprivate func contains(_ other: Rectangle) -> Bool {
        other.x >= x && other.y >= y && other.right <= right && other.top <= top
    }
}
