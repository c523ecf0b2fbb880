import PDFCore
import Testing

@Suite("Incremental updates")
struct IncrementalUpdateTests {
    @Test("qpdf finds nothing wrong after two updates", arguments: [XRefKind.table, .stream])
    func qpdf(kind: XRefKind) throws {
        var sample = Sample(kind)
        sample.fill("Ёж")
        sample.fill("한")
        let verdict = try OutsideJudge.run("qpdf", "--check", "{}", on: sample.bytes)
        #expect(verdict.status == 0, "\(verdict.text)")
    }

    @Test("nothing before an update changes")
    func prefix() {
        let before = Sample()
        var after = before
        after.fill("x")
        #expect(after.bytes.starts(with: before.bytes))
    }

    @Test("the kept tail equals what a reader finds", arguments: [XRefKind.table, .stream])
    func tail(kind: XRefKind) throws {
        var sample = Sample(kind)
        #expect(try sample.reader().tail == sample.tail)
        sample.append { $0.set($0.allocate(), to: .text("new")) }
        #expect(try sample.reader().tail == sample.tail)
    }

    @Test("the section's kind continues", arguments: [XRefKind.table, .stream])
    func kind(kind: XRefKind) throws {
        var sample = Sample(kind)
        sample.fill("x")
        #expect(try sample.reader().revisions.map(\.xrefKind) == [kind, kind])
    }

    @Test("an update after a last line without its end starts on a new line")
    func endOfLine() throws {
        let sample = Sample()
        let cut = Array(sample.bytes.dropLast())
        var update = IncrementalUpdate(after: try PDFReader(MemorySource(cut)).tail)
        update.set(Sample.field, to: .dictionary(Sample.field(value: "x")))
        let bytes = cut + update.finish(newID: [1]).bytes
        #expect(try OutsideJudge.run("qpdf", "--check", "{}", on: bytes).status == 0)
    }

    @Test("the first half of /ID stays and the second is new")
    func identifiers() throws {
        var sample = Sample()
        let first = try sample.reader().trailer["ID"]?.array
        sample.fill("x")
        let second = try sample.reader().trailer["ID"]?.array
        #expect(second?.first == first?.first)
        #expect(second?.last != first?.last)
    }

    @Test("an offset is where the object's own bytes start")
    func offsets() throws {
        let sample = Sample()
        var update = IncrementalUpdate(after: sample.tail)
        let id = update.allocate()
        update.set(id, toSerialized: Array("(here)".utf8))
        let finished = update.finish(newID: [1])
        let offset = try #require(finished.offsets[id])
        #expect((sample.bytes + finished.bytes)[offset...].starts(with: Array("(here)".utf8)))
    }

    @Test("a stream comes back as it was set")
    func stream() throws {
        var sample = Sample()
        let content = Array("q 1 0 0 1 0 0 cm Q ".utf8) + Array(repeating: 65, count: 9000)
        let id = ObjectID(sample.tail.size)
        sample.append {
            $0.set(id, toStream: ["Filter": .name("FlateDecode")], body: Flate.deflate(content))
        }
        #expect(try sample.reader().streamData(id) == content)
    }
}
