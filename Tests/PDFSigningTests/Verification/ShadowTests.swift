import PDFCore
import PDFSigning
import TamgaTestKit
import Testing

/// What was put into a file before it was signed, to be brought to light afterwards.
@Suite struct ShadowTests {
    private func append(_ rows: String, to form: inout SignedForm, root: Int = 1) throws {
        let tail = try form.reader.tail
        let start = form.bytes.count
        form.append("xref\n\(rows)trailer\n<</Size \(tail.size)/Root \(root) 0 R")
        form.append("/Prev \(tail.startXref)>>\nstartxref\n\(start)\n%%EOF\n")
    }

    private func row(_ offset: Int) -> String {
        String(String(10_000_000_000 + offset).dropFirst()) + " 00000 n\r\n"
    }

    @Test("an overlay that is set free is found: hide")
    func hide() throws {
        var form = try SignedForm()
        try form.sign("first")
        try append("5 1\n0000000000 65535 f\r\n", to: &form)
        #expect(form.findings.contains(.shadow))
    }

    @Test("an entry led to another signed object is found: hide by reference")
    func hideByReference() throws {
        var form = try SignedForm()
        try form.sign("first")
        guard case .plain(let offset, _)? = try form.reader.entry(13) else { return }
        try append("5 1\n" + row(offset), to: &form)
        #expect(form.findings.contains(.shadow))
    }

    @Test("a second catalog that lay ready is found: hide and replace")
    func hideAndReplace() throws {
        var form = try SignedForm()
        let catalog = String(decoding: try form.reader.catalog().serialized, as: UTF8.self)
        try form.update { update, _ in
            update.set(ObjectID(60), toSerialized: Array(catalog.utf8))
        }
        try form.sign("first")
        guard case .plain(let offset, _)? = try form.reader.entry(60) else { return }
        try append("60 1\n" + row(offset), to: &form, root: 60)
        #expect(form.findings.isSuperset(of: [.shadow, .incrementalSaving]))
    }

    @Test("an entry that waits for bytes behind the signed end is found")
    func behindTheEnd() throws {
        var form = try SignedForm()
        // Tried first without the entry, to know where the signed bytes will end.
        var trial = form
        try trial.sign("first")
        let offset = trial.bytes.count + 500
        try append("5 1\n" + row(offset), to: &form)
        try form.sign("first")
        form.append("%" + String(repeating: " ", count: offset - form.bytes.count - 2) + "\n")
        form.append("5 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n")
        try form.edit(field: "amount") { $0["V"] = .text("1") }
        #expect(form.findings.contains(.shadow))
    }

    @Test("an object stream replaced under the objects in it is found")
    func objectStream() async throws {
        let folder = try TemporaryFolder()
        let plain = try folder.write(try SignedForm().bytes, as: "plain.pdf")
        let options = ["--object-streams=generate"]
        try await OutsideTool.qpdf(options, from: plain, to: folder.file("streams.pdf"))
        var form = try SignedForm()
        form.bytes = try folder.read("streams.pdf")
        try form.sign("first")
        let container = try #require(
            form.reader.revisions[0].entries.values.compactMap { entry in
                if case .compressed(let stream, _) = entry { ObjectID(stream) } else { nil }
            }.first)
        try form.update { update, reader in
            let old = try #require(try reader.object(container).dictionary)
            update.set(container, toStream: old, body: [1, 2, 3])
        }
        #expect(form.findings.isDisjoint(with: [.cryptography, .digest]))
        #expect(!form.report.isIntact)
    }

    @Test("a stream whose length is brought later is found")
    func laterLength() throws {
        var form = try SignedForm()
        try form.update { update, _ in
            update.set(
                ObjectID(5), toSerialized: Array("<</Length 70 0 R>>\nstream\n0 g\nendstream".utf8))
        }
        try form.sign("first")
        try form.update { update, _ in update.set(ObjectID(70), to: 3) }
        #expect(form.findings == [.shadow])
    }
}
