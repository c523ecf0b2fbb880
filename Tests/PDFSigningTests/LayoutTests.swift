import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

@Suite struct LayoutTests {
    private func laidOut(_ base: [UInt8]) throws -> PDFReader {
        try PDFReader(MemorySource(try Ceremony(base: base, signers: 2).file))
    }

    @Test("the base stays an exact prefix", arguments: Base.allCases)
    func prefix(base: Base) async throws {
        let bytes = try await base.bytes(in: TemporaryFolder())
        let file = try Ceremony(base: bytes, signers: 2).file
        #expect(Array(file.prefix(bytes.count)) == bytes)
    }

    @Test("the xref of the update is of the base's kind", arguments: Base.allCases)
    func xrefKind(base: Base) async throws {
        let bytes = try await base.bytes(in: TemporaryFolder())
        let before = try PDFReader(MemorySource(bytes)).newest.xrefKind
        #expect(try laidOut(bytes).newest.xrefKind == before)
    }

    @Test("the certificate page comes last, upright, whatever the tree above it says")
    func certificatePage() throws {
        let pages = try laidOut(SamplePDF.deepTree().bytes()).pages()
        #expect(pages.count == 3)
        #expect(pages[2].rotation == 0)
        #expect(pages[2].cropBox == pages[2].mediaBox)
    }

    @Test("signature fields are merged, printable, locked, without appearance")
    func signatureFields() throws {
        let fields = try laidOut(SamplePDF.plain().bytes()).fields().filter { $0.value == nil }
        #expect(fields.map(\.name) == ["p01", "p02"])
        for field in fields {
            #expect(field.isMerged)
            #expect(field.dictionary["F"]?.asInteger == 132)
            #expect(field.dictionary["AP"] == nil)
        }
    }

    @Test("every widget lies on the page that it names")
    func widgetsOnPages() throws {
        let reader = try laidOut(SamplePDF.plain().bytes())
        let pages = try reader.pages()
        for field in try reader.fields() {
            let page = pages.first { $0.id == field.dictionary["P"]?.reference }
            let annotations = page?.dictionary["Annots"]?.array ?? []
            #expect(annotations.contains(.reference(field.id)))
        }
    }

    @Test("the upload's own fields are gone, its other annotations stay")
    func flattenedFields() throws {
        let reader = try laidOut(SamplePDF.form().bytes())
        let names = try reader.fields().map(\.name)
        #expect(!names.contains("name"))
        let annotations = try reader.pages()[0].dictionary["Annots"]?.array
        #expect(annotations == [.reference(ObjectID(15))])
    }

    @Test("what visible fields showed is page content now, what was hidden is not")
    func flattenedText() async throws {
        let folder = try TemporaryFolder()
        let ceremony = try Ceremony(base: SamplePDF.form().bytes(), signers: 1)
        let path = try folder.write(ceremony.file, as: "laid.pdf")
        let text = try await OutsideTool.run("pdftotext", ["-l", "1", path, "-"]).output
        #expect(text.contains("Filled value"))
        #expect(text.contains("Tick"))
        #expect(!text.contains("None"))
        #expect(!text.contains("Hidden"))
    }

    @Test("values whose appearance was left to the viewer are written, passwords are not")
    func missingAppearances() async throws {
        let folder = try TemporaryFolder()
        let base = SamplePDF.formWithoutAppearances().bytes()
        let path = try folder.write(try Ceremony(base: base, signers: 1).file, as: "laid.pdf")
        let text = try await OutsideTool.run("pdftotext", ["-l", "1", path, "-"]).output
        #expect(text.contains("Иван"))
        #expect(text.contains("Busan"))
        #expect(!text.contains("swordfish"))
    }

    @Test("a flattened page looks as it did before")
    func flattenedPixels() async throws {
        let folder = try TemporaryFolder()
        let base = SamplePDF.form(leaningOnTheForm: false).bytes()
        let before = try folder.write(base, as: "before.pdf")
        let after = try folder.write(try Ceremony(base: base, signers: 1).file, as: "after.pdf")
        for path in [before, after] {
            _ = try await OutsideTool.run(
                "pdftoppm", ["-l", "1", "-r", "100", "-singlefile", path, path])
        }
        #expect(try folder.read("before.pdf.ppm") == folder.read("after.pdf.ppm"))
    }

    @Test(
        "the fields of the corpus's forms become page content without a change of looks",
        .enabled(if: Corpus.isAvailable, Corpus.missing),
        arguments: [
            "pyhanko/minimal-with-simple-form.pdf", "pyhanko/minimal-with-textfield-group.pdf",
            "qpdf/appearances-1.pdf", "qpdf/appearances-1-rotated.pdf",
            "qpdf/appearances-11.pdf",
        ])
    func corpusPixels(path: String) async throws {
        let folder = try TemporaryFolder()
        try await OutsideTool.qpdf([], from: Corpus.path(path), to: folder.file("before.pdf"))
        let base = try folder.read("before.pdf")
        try folder.write(try Ceremony(base: base, signers: 1).file, as: "after.pdf")
        for name in ["before.pdf", "after.pdf"] {
            let path = folder.file(name)
            _ = try await OutsideTool.run(
                "pdftoppm", ["-f", "1", "-l", "1", "-r", "60", "-singlefile", path, path])
        }
        #expect(try folder.read("before.pdf.ppm") == folder.read("after.pdf.ppm"))
    }

    @Test("a signed document cannot be laid out again")
    func signedBase() throws {
        let file = try Ceremony(base: SamplePDF.plain().bytes(), signers: 1).file
        let reader = try PDFReader(MemorySource(file))
        #expect(throws: SigningError.unsuitableBase("field certification is signed")) {
            try Ceremony.layout(["q01"]).prepared(on: reader)
        }
    }

    @Test("a name that the upload has is refused")
    func clash() throws {
        let reader = try PDFReader(MemorySource(SamplePDF.form().bytes()))
        #expect(throws: SigningError.fieldNameTaken("p01")) {
            try Ceremony.layout(["p01"]).prepared(on: reader)
        }
    }
}
