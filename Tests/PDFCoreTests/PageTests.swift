import PDFCore
import Testing

@Suite("Pages and fields")
struct PageTests {
    @Test("pages inherit what they do not state")
    func inheritance() throws {
        let pages = try Sample().reader().pages()
        #expect(pages.map(\.id) == Sample.pages)
        #expect(pages[0].mediaBox == PDFRectangle(x: 0, y: 0, width: 595, height: 842))
        #expect(pages[1].rotation == 90)
    }

    @Test("only so many pages as asked for are read")
    func prefix() throws {
        #expect(try Sample().reader().pages(prefix: 1).map(\.id) == [Sample.pages[0]])
    }

    @Test("a page tree that meets itself is refused")
    func circle() throws {
        var sample = Sample()
        sample.append { $0.set(Sample.pages[0], to: ["Kids": [.reference(Sample.tree)]]) }
        let reader = try sample.reader()
        #expect(throws: PDFError(.syntax, "")) { try reader.pages() }
    }

    @Test("more pages than the limit are refused")
    func limit() throws {
        var limits = PDFLimits()
        limits.pages = 1
        let reader = try Sample().reader(limits: limits)
        #expect(throws: PDFError(.limit, "")) { try reader.pages() }
    }

    @Test("a merged field is its own widget")
    func field() throws {
        let fields = try Sample().reader().fields()
        #expect(fields.map(\.name) == ["name"])
        #expect(fields[0].type == "Tx")
        #expect(fields[0].isMerged)
    }

    @Test("names join, values are inherited, and nameless kids are widgets")
    func tree() throws {
        var sample = Sample()
        let (parent, child, widget) = (ObjectID(6), ObjectID(7), ObjectID(8))
        sample.append {
            $0.set(
                Sample.catalog,
                to: [
                    "Pages": .reference(Sample.tree), "AcroForm": ["Fields": [.reference(parent)]],
                ])
            $0.set(
                parent,
                to: [
                    "T": .text("a"), "FT": .name("Tx"), "V": .text("v"),
                    "Kids": [.reference(child)],
                ])
            $0.set(child, to: ["T": .text("b"), "Ff": 3, "Kids": [.reference(widget)]])
            $0.set(widget, to: ["Subtype": .name("Widget")])
        }
        let field = try #require(try sample.reader().fields().first)
        #expect(field.name == "a.b")
        #expect(field.value?.textValue == "v")
        #expect(field.flags == 3)
        #expect(field.widgets == [widget])
    }

    @Test("a form that meets itself is refused")
    func formCircle() throws {
        var sample = Sample()
        sample.append {
            $0.set(Sample.field, to: ["T": .text("a"), "Kids": [.reference(Sample.field)]])
        }
        let reader = try sample.reader()
        #expect(throws: PDFError(.syntax, "")) { try reader.fields() }
    }
}
