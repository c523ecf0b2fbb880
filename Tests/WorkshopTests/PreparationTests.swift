import Archive
import Domain
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing
import Workshop

@Suite struct PreparationTests {
    private let bench: Bench

    init() throws {
        bench = try Bench()
    }

    @Test("one clean upload is the base itself, byte for byte")
    func kept() async throws {
        let order = try await bench.order([SamplePDF.plain(pages: 2).bytes()])
        let layout = try await bench.workshop.prepare(order)
        #expect(layout.base == order.document.files[0].original)
        #expect(layout.isCertified)
    }

    @Test("several uploads become one base, pages in order")
    func merged() async throws {
        let uploads = [SamplePDF.plain(pages: 2), .deepTree(), .form()].map { $0.bytes() }
        let layout = try await bench.workshop.prepare(try await bench.order(uploads))
        let path = try await bench.archive.path(of: layout.base)
        let text = try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
        let pages = text.split(separator: "\u{0C}").map { $0.split(whereSeparator: \.isNewline) }
        #expect(pages.count >= 5)
        #expect(
            pages.prefix(5).map { $0.first.map { String($0.drop { $0 == " " }) } ?? "" }
                == ["Contract page 1", "Contract page 2", "Deep page", "Upper page", "Form"])
    }

    @Test("a merged base is one plain section that qpdf finds nothing wrong with")
    func mergedCleanly() async throws {
        let uploads = [SamplePDF.form(), .form()].map { $0.bytes() }
        let layout = try await bench.workshop.prepare(try await bench.order(uploads))
        let path = try await bench.archive.path(of: layout.base)
        #expect(try await OutsideTool.run("qpdf", ["--check", path]).succeeded)
        #expect(Cleanness(of: try FileSource(path: path)).isClean)
    }

    @Test("the same uploads give the same base")
    func deterministic() async throws {
        let uploads = [SamplePDF.plain(pages: 2), .form()].map { $0.bytes() }
        let first = try await bench.workshop.prepare(try await bench.order(uploads))
        let second = try await bench.workshop.prepare(try await bench.order(uploads))
        #expect(first.base == second.base)
    }

    @Test("attachments of every upload are in the merged base")
    func attachments() async throws {
        let note = try bench.folder.write(Array("a note".utf8), as: "note.txt")
        let attached = try await bench.qpdf(
            ["--add-attachment", note, "--"], SamplePDF.plain().bytes())
        let layout = try await bench.workshop.prepare(
            try await bench.order([SamplePDF.form().bytes(), attached, attached]))
        let path = try await bench.archive.path(of: layout.base)
        let list = try await OutsideTool.run("qpdf", ["--list-attachments", path]).output
        #expect(list.split(separator: "\n").map { $0.prefix(10) } == ["2-note.txt", "3-note.txt"])
    }

    @Test("a damaged upload is repaired into the base")
    func repaired() async throws {
        let damaged = Array(SamplePDF.plain(pages: 2).bytes().dropLast(20))
        let order = try await bench.order([damaged])
        let layout = try await bench.workshop.prepare(order)
        #expect(layout.base != order.document.files[0].original)
        #expect(
            Cleanness(of: try FileSource(path: try await bench.archive.path(of: layout.base)))
                .isClean)
    }

    @Test("the update is sound and holds one field for each signer and the certification")
    func fields() async throws {
        let order = try await bench.order([SamplePDF.plain().bytes()], signers: 3)
        let layout = try await bench.workshop.prepare(order)
        #expect(layout.fields == ["p01", "p02", "p03"])
        let file = try await bench.file(layout)
        let path = try bench.folder.write(file, as: "laid.pdf")
        #expect(try await OutsideTool.run("qpdf", ["--check", path]).succeeded)
        let names = try PDFReader(MemorySource(file)).fields().map(\.name)
        #expect(names == ["p01", "p02", "p03", "certification"])
    }

    @Test("the plan and the update are all that is needed to sign")
    func plan() async throws {
        let order = try await bench.order([SamplePDF.plain().bytes()])
        let layout = try await bench.workshop.prepare(order)
        let update = try PreparedUpdate(delta: layout.update, encodedPlan: layout.plan)
        #expect(update.contentsRoom == order.certificationRoom)
        #expect(update.start == layout.base.byteCount)
    }

    @Test("the certificate tells what was sent, by whom and to whom", arguments: Language.allCases)
    func certificate(language: Language) async throws {
        let order = try await bench.order(
            [SamplePDF.form().bytes()], language: language, name: "계약서 — Договор №7")
        let file = try await bench.file(try await bench.workshop.prepare(order))
        let path = try bench.folder.write(file, as: "laid.pdf")
        let text = try await OutsideTool.run("pdftotext", ["-layout", path, "-"]).output
        let document = order.document
        let expected = [
            "계약서 — Договор №7", "\(document.id)", "anna@example.org", "Приложение 1.pdf",
            "\(document.files[0].original.hash)", "petrov0@example.org", "petrov1@example.org",
            "Петров Пётр Ильич 1", "14:05:09", order.verificationURL,
        ]
        for part in expected { #expect(text.contains(part)) }
    }

    @Test("a name that no font can print is the file's trouble")
    func unprintable() async throws {
        let order = try await bench.order(
            [SamplePDF.plain().bytes()], name: "Contract \u{10FFFD}")
        await #expect(throws: FileTrouble.unprintableText) {
            try await bench.workshop.prepare(order)
        }
    }

    @Test("more than 2,000 pages together are too many")
    func tooManyTogether() async throws {
        let order = try await bench.order(
            [1_500, 600].map { SamplePDF.plain(pages: $0).bytes() })
        await #expect(throws: FileTrouble.tooManyPages) { try await bench.workshop.prepare(order) }
    }

    @Test("a hundred signers fit")
    func hundred() async throws {
        let order = try await bench.order([SamplePDF.plain().bytes()], signers: 100)
        let file = try await bench.file(try await bench.workshop.prepare(order))
        #expect(try PDFReader(MemorySource(file)).fields().count == 101)
    }
}
