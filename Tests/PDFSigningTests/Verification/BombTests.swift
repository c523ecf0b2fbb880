import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// Streams that are small in the file and large outside it.
@Suite struct BombTests {
    private static let large = 76 * 1024 * 1024

    private func form(_ file: StreamedFile) throws -> SignedForm {
        var form = try SignedForm()
        form.bytes = file.finished()
        return form
    }

    @Test("an object stream that swells hides nothing that a later update could complete")
    func objectStream() throws {
        var file = StreamedFile.document()
        file.add(5, holding: [(6, "<</Later 900 0 R>>")], padding: Self.large)
        var form = try form(file)
        try form.sign("first")
        #expect(form.findings == [])
        try form.update { update, _ in update.set(ObjectID(900), to: .text("completed")) }
        #expect(form.findings == [.unreadable])
    }

    @Test("the form in an object stream that swells cannot be read")
    func formInStream() throws {
        var file = StreamedFile.document()
        file.add(5, holding: [(3, "<</Fields[]>>")], padding: Self.large)
        #expect(try form(file).findings == [.unreadable])
    }

    @Test("many object streams may not decode to more than all of them are allowed")
    func manyStreams() throws {
        var file = StreamedFile.document()
        for index in 0..<40 {
            file.add(10 + index, holding: [(100 + index, "<<>>")], padding: 1 << 20)
        }
        var limits = PDFLimits()
        limits.decodedTotal = 16 << 20
        let reader = try PDFReader(MemorySource(file.finished()), limits: limits)
        let read = (100..<140).map { number in
            (try? reader.object(ObjectID(number)))?.dictionary != nil
        }
        #expect(read == (0..<40).map { $0 < 15 })
        #expect(throws: PDFError(.limit, "")) { try reader.object(ObjectID(139)) }
    }

    @Test("objects of two streams in turn are not decoded for ever")
    func alternating() throws {
        var file = StreamedFile.document()
        for stream in 0..<2 {
            let objects = (0..<100).map { (100 + 2 * $0 + stream, "<<>>") }
            file.add(10 + stream, holding: objects, padding: 5 << 20)
        }
        var limits = PDFLimits()
        limits.decodedTotal = 64 << 20
        let report = VerificationReport(of: MemorySource(file.finished()), limits: limits)
        #expect(report.problems == [])
        let reader = try PDFReader(MemorySource(file.finished()), limits: limits)
        let read = (100..<300).count { (try? reader.object(ObjectID($0))) != nil }
        // Half of them lie in the stream that was opened last, and stays.
        #expect((100..<120).contains(read))
    }

    @Test("a cross-reference stream longer than its rows is refused, however long")
    func crossReferences() {
        let bytes = StreamedFile.document().finished(padding: Self.large)
        #expect(throws: PDFError(.limit, "")) { try PDFReader(MemorySource(bytes)) }
        #expect(VerificationReport(of: MemorySource(bytes)).problems.map(\.code) == [.unreadable])
    }

    @Test("a comment whose appearance swells is not a comment that may be added")
    func comment() throws {
        var file = StreamedFile.document()
        file.addStream(
            5, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 g", padding: Self.large)
        var form = try form(file)
        try form.sign("first", signature: FormAttackTests.certification(3))
        try form.annotate(
            ["Subtype": .name("Highlight"), "AP": ["N": .reference(ObjectID(5))]])
        #expect(form.findings == [.unreadable])
    }

    @Test("validation data that swells is left out, and the signature judged without it")
    func validationData() throws {
        var file = StreamedFile.document()
        file.add(1, "<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/DSS<</CRLs[5 0 R]>>>>")
        file.addStream(5, "", "", padding: Self.large)
        var form = try form(file)
        try form.sign("first")
        #expect(form.report.complaints == [])
        #expect(form.report.embeddedEvidence.revocationLists == [])
    }

    @Test("page content that swells is signed as it stands and never decoded")
    func content() throws {
        var file = StreamedFile.document()
        file.add(4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R>>")
        file.addStream(5, "", "0 g", padding: Self.large)
        var form = try form(file)
        try form.sign("first")
        try form.sign("second")
        #expect(form.findings == [])
    }
}
