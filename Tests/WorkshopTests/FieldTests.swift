import Domain
import Foundation
import PDFCore
import PDFSigning
import TamgaTestKit
import Testing
import Workshop

@Suite struct FieldTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private static func field(
        _ id: String = "f1", position: Int = 0, page: Int = 1, kind: Field.Kind = .checkbox,
        prefilled: FieldValue? = nil
    ) -> Field {
        Field(
            id: id, position: position, kind: kind,
            places: [Field.Place(page: page, x: 100, y: 780, width: 100, height: 20)],
            label: "", isRequired: false, prefilled: prefilled)
    }

    @Test("a field lies where its place says, counted from the lower left corner")
    func place() async throws {
        let order = try await bench.order(
            [SamplePDF.plain(pages: 2).bytes()], fields: [Self.field(page: 2)])
        let layout = try await bench.workshop.prepare(order)
        let reader = try PDFReader(MemorySource(try await bench.file(layout)))
        let field = try #require(try reader.fields().first { $0.type == "Tx" })
        #expect(
            PDFRectangle(field.dictionary["Rect"])
                == PDFRectangle(x: 100, y: 780, width: 100, height: 20))
        #expect(field.dictionary["P"]?.reference == (try reader.pages()[1].id))
    }

    @Test("the signers' fields keep their names, whatever else is laid out")
    func names() async throws {
        let order = try await bench.order([SamplePDF.plain().bytes()], fields: [Self.field()])
        let layout = try await bench.workshop.prepare(order)
        #expect(layout.fields == ["p01", "p02"])
    }

    static let troubles: [(FieldTrouble.Cause, Field)] = [
        (.malformed, field(position: 2)), (.outsidePage, field(page: 2)),
        (.outsidePage, field(page: 0)), (.malformed, field(kind: .radio(options: ["A", "B"]))),
        (.unknownOption, field(kind: .selectBox(options: ["A"]), prefilled: .text("B"))),
        (.wrongKind, field(prefilled: .text("x"))),
        (.unprintable, field(kind: .text(maximumLength: nil), prefilled: .text("\u{10FFFD}"))),
        (.tooLong, field(kind: .text(maximumLength: 1), prefilled: .text("ab"))),
        (
            .doesNotFit,
            field(
                kind: .text(maximumLength: nil),
                prefilled: .text(String(repeating: "word ", count: 40)))
        ),
    ]

    @Test("a field that cannot be laid out is named", arguments: troubles.indices)
    func trouble(index: Int) async throws {
        let (cause, field) = Self.troubles[index]
        let order = try await bench.order([SamplePDF.plain().bytes()], fields: [field])
        await #expect(throws: FieldTrouble("f1", cause)) {
            try await bench.workshop.prepare(order)
        }
    }

    @Test("two fields of one id are refused")
    func sameID() async throws {
        let order = try await bench.order(
            [SamplePDF.plain().bytes()], fields: [Self.field(), Self.field()])
        await #expect(throws: FieldTrouble("f1", .malformed)) {
            try await bench.workshop.prepare(order)
        }
    }

    @Test("a picture is read in a child and comes back ready to be shown")
    func picture() async throws {
        let drawing = try bench.folder.write(SamplePDF.plain().bytes(), as: "page.pdf")
        for format in ["png", "jpeg"] {
            let answer = try await OutsideTool.run(
                "pdftoppm",
                ["-\(format)", "-r", "20", "-singlefile", drawing, bench.folder.file("page")])
            #expect(answer.succeeded)
            let bytes = try bench.folder.read(format == "png" ? "page.png" : "page.jpg")
            let picture = try await bench.workshop.picture(in: bytes)
            #expect(!picture.data.isEmpty)
        }
    }

    @Test(
        "what is no picture is refused",
        arguments: ["<svg onload='alert(1)'/>", "%PDF-1.7\n", "\u{0}", ""])
    func noPicture(text: String) async throws {
        await #expect(throws: FieldTrouble("", .unusablePicture)) {
            try await bench.workshop.picture(in: Array(text.utf8))
        }
    }

    @Test("a picture of 20 MB is refused")
    func hugePicture() async throws {
        await #expect(throws: FieldTrouble("", .unusablePicture)) {
            try await bench.workshop.picture(in: [UInt8](repeating: 0xFF, count: 20_000_000))
        }
    }
}
