import Foundation
import TamgaTestKit
import Testing

@Suite("tamga inspect")
struct InspectTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private struct Printed: Decodable {
        struct Revision: Decodable {
            let number, offset, length, objects: Int
            let xref: String
        }
        struct Page: Decodable {
            let first, last, rotation: Int
            let mediaBox: [Double]
        }
        struct Field: Decodable {
            let name, type: String
            let visible, filled: Bool
        }
        let version: String
        let byteCount: Int
        let revisions: [Revision]
        let pages: [Page]
        let fields: [Field]
        let damage: [String]
        let linearized: Bool
    }

    private func inspected(_ bytes: [UInt8]) async throws -> Printed {
        try await Command.json(
            "inspect", try folder.write(bytes, as: "in.pdf"), as: Printed.self)
    }

    @Test("a file of one save is one revision over all its bytes")
    func revision() async throws {
        let bytes = SamplePDF.plain().bytes()
        let revision = try #require(try await inspected(bytes).revisions.first)
        #expect(revision.offset == 0 && revision.length == bytes.count)
        #expect(revision.number == 1 && revision.xref == "table" && revision.objects == 6)
    }

    @Test("pages that look alike are told together")
    func alike() async throws {
        let pages = try await inspected(SamplePDF.plain(pages: 3).bytes()).pages
        #expect(pages.map(\.last) == [3] && pages[0].mediaBox == [0, 0, 595, 842])
    }

    @Test("pages turned otherwise are told apart")
    func turned() async throws {
        let pages = try await inspected(SamplePDF.deepTree().bytes()).pages
        #expect(pages.map(\.rotation) == [90, 0])
    }

    @Test("fields are told with type, visibility and whether they are filled")
    func fields() async throws {
        let fields = try await inspected(SamplePDF.form().bytes()).fields
        #expect(fields.map(\.name) == ["name", "agree", "secret", "p01"])
        #expect(fields.map(\.type) == ["Tx", "Btn", "Tx", "Sig"])
        #expect(fields.map(\.filled) == [true, true, true, false])
        #expect(fields.map(\.visible) == [true, true, true, false])
    }

    @Test("what a linearized file is, qpdf and we agree")
    func linearized() async throws {
        let plain = try folder.write(SamplePDF.plain().bytes(), as: "plain.pdf")
        try await OutsideTool.qpdf(["--linearize"], from: plain, to: folder.file("linear.pdf"))
        let printed = try await inspected(folder.read("linear.pdf"))
        #expect(printed.linearized && printed.revisions.count == 1 && printed.damage == [])
    }

    @Test("junk before the header is named, and that the file can be repaired")
    func junk() async throws {
        let path = try folder.write(Array("junk\n".utf8) + SamplePDF.plain().bytes(), as: "j.pdf")
        let answer = try await Command.run("inspect", path)
        #expect(answer.succeeded)
        #expect(answer.output.contains("not clean: "))
        #expect(answer.output.contains("can be repaired: 1 pages"))
    }

    @Test("what is no PDF at all is a failure")
    func noPDF() async throws {
        let path = try folder.write(Array("Dear Sirs".utf8), as: "letter.pdf")
        #expect(try await Command.run("inspect", path).status == 1)
    }

    @Test("a file that is not there is named in one line, with what to do")
    func absent() async throws {
        let answer = try await Command.run("inspect", folder.file("absent.pdf"))
        #expect(answer.status == 1)
        #expect(answer.errors.split(separator: "\n").count == 1)
        #expect(answer.errors.contains("absent.pdf cannot be read; check the path"))
    }

    @Test("a field's name cannot write to the terminal what it likes")
    func escapes() async throws {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R] >>")
        file.add("<< /Subtype /Widget /FT /Tx /T <FEFF0061009B0032004A0062> /Rect [0 0 1 1] >>")
        let path = try folder.write(file.bytes(), as: "escape.pdf")
        let output = try await Command.run("inspect", path).output
        #expect(output.contains("a\\u{9b}2Jb") && !output.contains("\u{9B}"))
    }

    @Test("no argument is wrong usage")
    func usage() async throws {
        #expect(try await Command.run("inspect").status == 2)
    }
}
