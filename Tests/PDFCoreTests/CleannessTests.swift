import PDFCore
import Testing

@Suite("Cleanness")
struct CleannessTests {
    private func reasons(_ bytes: [UInt8]) -> [Cleanness.Reason] {
        Cleanness(of: MemorySource(bytes)).reasons
    }

    @Test(
        "a plain file is clean, and stays so after updates", arguments: [XRefKind.table, .stream])
    func clean(kind: XRefKind) {
        var sample = Sample(kind)
        #expect(reasons(sample.bytes) == [])
        sample.fill("x")
        #expect(reasons(sample.bytes) == [])
    }

    @Test("junk before the header is named, even if all offsets allow for it")
    func junk() throws {
        let sample = Sample()
        let bytes = Array("\n".utf8) + sample.bytes
        let right = sample.tail.startXref
        #expect(reasons(bytes).contains { if case .damaged = $0 { true } else { false } })
        let shifted = try replacing(
            "startxref\n\(right)", by: "startxref\n\(right + 1)", in: bytes)
        #expect(reasons(shifted).contains(.headerNotFirst(offset: 1)))
    }

    @Test("an oldest table in two subsections is named")
    func fragmented() throws {
        let bytes = try replacing("xref\n0 6\n", by: "xref\n0 0\n0 6\n", in: Sample().bytes)
        #expect(reasons(bytes) == [.fragmented])
    }

    @Test("a wrong /Size is named")
    func size() throws {
        #expect(
            reasons(try replacing("/Size 6", by: "/Size 4", in: Sample().bytes)) == [.wrongSize])
    }

    @Test("an object not at its offset is named")
    func offset() throws {
        let bytes = try replacing("4 0 obj", by: "9 0 obj", in: Sample().bytes)
        #expect(reasons(bytes) == [.wrongOffset(ObjectID(4))])
    }

    @Test("a header without a version is named")
    func version() throws {
        var bytes = Sample().bytes
        bytes.replaceSubrange(5..<8, with: Array("X.Y".utf8))
        #expect(reasons(bytes) == [.headerVersion])
    }

    @Test("a trailer's unknown entry is named if it leads into the document")
    func strayEntry() throws {
        let stray = try replacing("/Size 6", by: "/Size 6/Q[1 0 R]", in: Sample().bytes)
        #expect(reasons(stray) == [.strayTrailerEntry("Q")])
        let plain = try replacing("/Size 6", by: "/Size 6/DocChecksum/AB", in: Sample().bytes)
        #expect(reasons(plain) == [])
    }

    @Test("bytes after the end are named, white space is not")
    func trailing() {
        #expect(reasons(Sample().bytes + Array(" \r\n".utf8)) == [])
        #expect(reasons(Sample().bytes + Array("x".utf8)) == [.trailingBytes(count: 1)])
    }

    @Test("an encrypted file is named")
    func encrypted() throws {
        let bytes = try OutsideJudge.run(
            "qpdf", "--encrypt", "", "owner", "256", "--", "{}", "{out}", on: Sample().bytes
        ).output
        #expect(reasons(bytes).contains(.encrypted))
    }
}
