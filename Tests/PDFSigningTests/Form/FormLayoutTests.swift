import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

@Suite struct FormLayoutTests {
    private func laidOut() throws -> PDFReader {
        try PDFReader(MemorySource(FormSample.ceremony().file))
    }

    private func form(in reader: PDFReader) throws -> [FormField] {
        try reader.fields().filter { $0.type != "Sig" }
    }

    @Test("every place is a field of its own, of fixed width, empty and read-only")
    func fields() throws {
        let fields = try form(in: laidOut())
        #expect(fields.count == 60)
        #expect(fields.prefix(2).map(\.name) == ["q01", "q02"])
        for field in fields {
            #expect(field.name.count == 3 && field.isMerged && field.flags & 1 == 1)
            #expect(field.value == nil && field.dictionary["AP"] == nil)
        }
    }

    @Test("the same layout gives the same names")
    func stable() throws {
        #expect(try form(in: laidOut()).map(\.name) == form(in: laidOut()).map(\.name))
    }

    @Test("a signature field locks exactly its signer's fields, by an object of its own")
    func locks() throws {
        let reader = try laidOut()
        let names = try form(in: reader).map(\.name)
        let signatures = try reader.fields().filter { $0.name.hasPrefix("p") }
        #expect(signatures.count == 5)
        for (index, signature) in signatures.enumerated() {
            #expect(signature.dictionary["Lock"]?.reference != nil)
            let lock = try reader.dictionary(signature.dictionary["Lock"])
            #expect(lock["P"] == nil)
            let locked = lock["Fields"]?.array?.compactMap(\.textValue)
            #expect(locked == Array(names[12 * index..<12 * (index + 1)]))
        }
    }

    @Test("who has no fields locks none")
    func noLock() throws {
        let ceremony = try Ceremony(base: FormSample.base(), signers: 2) { names in
            FormSample.form([names[0]])
        }
        let reader = try PDFReader(MemorySource(ceremony.file))
        let second = try reader.fields().first { $0.name == "p02" }
        #expect(second?.dictionary["Lock"] == nil)
    }

    @Test("a widget lies within its page's crop box, however the page is turned")
    func places() throws {
        let reader = try laidOut()
        let pages = try reader.pages()
        for field in try form(in: reader) {
            let rect = try #require(PDFRectangle(field.dictionary["Rect"]))
            let page = try #require(pages.first { $0.id == field.dictionary["P"]?.reference })
            #expect(rect.x >= page.cropBox.x && rect.y >= page.cropBox.y)
            #expect(rect.x + rect.width <= page.cropBox.x + page.cropBox.width)
            #expect(rect.y + rect.height <= page.cropBox.y + page.cropBox.height)
        }
    }

    static let refusals: [(FormProblem.Cause, @Sendable (inout FormSlot) -> Void)] = [
        (.noSuchOwner, { $0.owner = "p09" }),
        (.keyTaken, { $0.key = "lines0" }),
        (.unsuitableOptions, { $0.kind = .radio(options: ["A", "B"]) }),
        (.unsuitableOptions, { $0.kind = .select(options: []) }),
        (.unsuitableOptions, { $0.kind = .select(options: ["A", "A"]) }),
        (.outsidePage, { $0.places[0].rect.x = 500 }),
        (.outsidePage, { $0.places[0].rect.y = -20 }),
        (.outsidePage, { $0.places[0].rect.width = 0 }),
        (.outsidePage, { $0.places[0].rect.height = .nan }),
        (.wrongKind, { $0.prefilled = .tick(true) }),
        (.tooLong(maximum: 20), { $0.prefilled = .text(String(repeating: "x", count: 21)) }),
        (
            .doesNotFit,
            {
                $0.places[0].rect.width = 10; $0.prefilled = .text("No. 12")
            }
        ),
        (.undrawable(.noGlyph("\u{10FFFD}")), { $0.prefilled = .text("\u{10FFFD}") }),
    ]

    @Test("a field that cannot be laid out is refused by its key", arguments: refusals.indices)
    func refused(index: Int) throws {
        let (cause, change) = Self.refusals[index]
        let base = try PDFReader(MemorySource(FormSample.base()))
        let names = FieldNames.make(5, avoiding: [])
        var form = FormSample.form(names)
        change(&form[0])
        #expect(throws: FormProblem(cause == .keyTaken ? "lines0" : "text0", cause)) {
            try Ceremony.layout(names, form: form).prepared(on: base)
        }
    }

    @Test("a page that there is not is named")
    func noSuchPage() throws {
        let base = try PDFReader(MemorySource(FormSample.base()))
        var form = FormSample.form(["p01"])
        form[0].places[0].page = .base(9)
        #expect(throws: SigningError.noSuchPage(9)) {
            try Ceremony.layout(["p01"], form: form).prepared(on: base)
        }
    }

    @Test("a field may lie on an appended page")
    func appended() async throws {
        var ceremony = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1) { names in
            [
                FormSlot(
                    key: "note", owner: names[0], kind: .text(),
                    places: [.init(page: .appended(0), rect: FormSample.text)])
            ]
        }
        try ceremony.sign(0, entering: ["note": .text("Иванов")])
        let words = try await WordBoxes(of: ceremony.file)
        #expect(words.text(on: 1, in: FormSample.text) == "Иванов")
    }
}
