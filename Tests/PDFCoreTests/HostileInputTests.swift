import PDFCore
import Synchronization
import Testing

@Suite("Hostile input")
struct HostileInputTests {
    /// Asks everything a reader can answer; it may throw, but must return.
    private func exhaust(_ bytes: [UInt8]) {
        guard let reader = try? PDFReader(MemorySource(bytes)) else { return }
        _ = try? reader.pages()
        _ = try? reader.fields()
        _ = try? reader.tail
        for number in reader.revisions.flatMap(\.entries.keys).prefix(20) {
            _ = try? reader.streamData(ObjectID(number))
        }
        _ = Cleanness(of: reader)
    }

    @Test(
        "a file cut anywhere is refused or read, never a crash",
        arguments: [XRefKind.table, .stream])
    func truncation(kind: XRefKind) {
        var sample = Sample(kind)
        sample.fill("x")
        for length in 0..<sample.bytes.count { exhaust(Array(sample.bytes[..<length])) }
        #expect((try? sample.reader()) != nil)
    }

    @Test("a file with any byte changed is refused or read, never a crash")
    func mutation() {
        let whole = Sample(.stream).bytes
        for index in whole.indices {
            for byte in [0, 0x20, 0x39, 0x3C, 0x5B, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[index] = byte
                exhaust(bytes)
            }
        }
        #expect((try? PDFReader(MemorySource(whole))) != nil)
    }

    @Test("a stream whose length refers to itself is refused")
    func selfLength() throws {
        var sample = Sample()
        sample.append {
            $0.set(
                ObjectID(6), toSerialized: Array("<</Length 6 0 R>>\nstream\nx\nendstream".utf8))
        }
        let reader = try sample.reader()
        #expect(throws: PDFError(.limit, "")) { try reader.object(ObjectID(6)) }
    }

    @Test("references in a circle are refused")
    func circle() throws {
        var sample = Sample()
        sample.append { $0.set(ObjectID(6), to: .reference(ObjectID(6))) }
        let reader = try sample.reader()
        #expect(throws: PDFError(.limit, "")) { try reader.resolve(.reference(ObjectID(6))) }
    }

    @Test("a table that announces more objects than allowed is refused before it is read")
    func tooMany() throws {
        let bytes = try replacing("xref\n0 6", by: "xref\n0 600000000", in: Sample().bytes)
        #expect(throws: PDFError(.limit, "")) { try PDFReader(MemorySource(bytes)) }
    }

    @Test("opening a 40 MB file reads only its ends")
    func laziness() throws {
        var sample = Sample()
        let body = [UInt8](repeating: 0x20, count: 40_000_000)
        sample.append { $0.set(ObjectID(6), toStream: [:], body: body) }
        let source = CountingSource(bytes: sample.bytes)
        let reader = try PDFReader(source)
        #expect(try reader.pages().count == 2)
        #expect(source.read.load(ordering: .relaxed) < 64 * 1024)
    }
}

private final class CountingSource: ByteSource {
    let bytes: [UInt8]
    let read = Atomic<Int>(0)

    init(bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func read(_ range: Range<Int>) throws(PDFError) -> [UInt8] {
        read.add(range.count, ordering: .relaxed)
        return Array(bytes[range])
    }
}
