import PDFCore
import Testing

@Suite("Revisions")
struct RevisionTests {
    @Test("each revision begins where the one before ends", arguments: [XRefKind.table, .stream])
    func ranges(kind: XRefKind) throws {
        var sample = Sample(kind)
        let first = sample.bytes.count
        sample.fill("x")
        let reader = try sample.reader()
        #expect(reader.revisions.map(\.range) == [0..<first, first..<sample.bytes.count])
        #expect(reader.trailingBytes.isEmpty)
    }

    @Test("an old revision still shows the old value", arguments: [XRefKind.table, .stream])
    func asOf(kind: XRefKind) throws {
        var sample = Sample(kind)
        sample.fill("first")
        sample.fill("second")
        let reader = try sample.reader()
        let values = try (0..<3).map {
            try reader.object(Sample.field, asOf: $0).dictionary?["V"]?.textValue
        }
        #expect(values == [nil, "first", "second"])
    }

    @Test("an update lists only its own objects")
    func entries() throws {
        var sample = Sample()
        sample.fill("x")
        #expect(try sample.reader().newest.entries.keys.sorted() == [Sample.field.number])
    }

    @Test("a linearized file is one revision", arguments: ["disable", "generate"])
    func linearized(objectStreams: String) throws {
        let linearized = try OutsideJudge.run(
            "qpdf", "--linearize", "--object-streams=\(objectStreams)", "{}", "{out}",
            on: Sample().bytes
        ).output
        let reader = try PDFReader(MemorySource(linearized))
        #expect(reader.revisions.map(\.range) == [0..<linearized.count])
        #expect(reader.newest.isLinearized)
        #expect(try reader.pages().count == 2)
        #expect(Cleanness(of: reader).reasons == [])
    }

    @Test("objects in object streams are found")
    func objectStreams() throws {
        let packed = try OutsideJudge.run(
            "qpdf", "--object-streams=generate", "{}", "{out}", on: Sample().bytes
        ).output
        let reader = try PDFReader(MemorySource(packed))
        #expect(try reader.fields().map(\.name) == ["name"])
    }

    @Test("a circle of /Prev is refused")
    func circle() throws {
        var sample = Sample()
        sample.fill("x")
        let previous = try sample.reader().revisions[0].startXref
        let own = try sample.reader().newest.startXref
        let bytes = try replacing("/Prev \(previous)", by: "/Prev \(own)", in: sample.bytes)
        #expect(throws: PDFError(.crossReference, "")) { try PDFReader(MemorySource(bytes)) }
    }

    @Test("a startxref that is one byte off is refused", arguments: [-1, 1])
    func offByOne(error: Int) throws {
        let sample = Sample()
        let right = sample.tail.startXref
        let bytes = try replacing(
            "startxref\n\(right)", by: "startxref\n\(right + error)", in: sample.bytes)
        #expect(throws: PDFError(.crossReference, "")) { try PDFReader(MemorySource(bytes)) }
    }

    @Test("bytes after the end are seen and belong to no revision")
    func trailing() throws {
        let sample = Sample()
        let reader = try PDFReader(MemorySource(sample.bytes + Array("9 0 obj 1 endobj".utf8)))
        #expect(reader.trailingBytes.count == 16)
        #expect(reader.newest.range.upperBound == sample.bytes.count)
    }

    @Test("an object that is not at its offset is refused")
    func wrongOffset() throws {
        var bytes = Sample().bytes
        bytes = try replacing("5 0 obj", by: "6 0 obj", in: bytes)
        let reader = try PDFReader(MemorySource(bytes))
        #expect(throws: PDFError(.crossReference, "")) { try reader.object(Sample.field) }
    }

    @Test("what is not listed, or of another generation, is null")
    func absent() throws {
        let reader = try Sample().reader()
        #expect(try reader.object(ObjectID(99)) == .object(.null))
        #expect(try reader.object(ObjectID(Sample.field.number, 1)) == .object(.null))
    }

    @Test(
        "a file of other kind is not a PDF",
        arguments: ["", "%PDF-1.7\n", "hello startxref\n0\n%%EOF"])
    func notPDF(text: String) {
        #expect(throws: PDFError(.notPDF, "")) { try PDFReader(MemorySource(Array(text.utf8))) }
    }
}
