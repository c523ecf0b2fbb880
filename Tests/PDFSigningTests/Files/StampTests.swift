import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

@Suite struct StampTests {
    /// A page that is cropped and turned.
    private func page(turned rotation: Int) -> [UInt8] {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate \(rotation) >>")
        file.add(
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /CropBox [20 30 420 330] \
            /Resources << >> >>
            """)
        return file.bytes()
    }

    private static let size = Size(width: 100, height: 40)

    /// Red on the left, blue on the right.
    private func flag() throws -> SignatureStamp {
        var canvas = ContentCanvas()
        canvas.fill(
            Rectangle(x: 0, y: 0, width: 50, height: 40), color: Color(red: 1, green: 0, blue: 0))
        canvas.fill(
            Rectangle(x: 50, y: 0, width: 50, height: 40), color: Color(red: 0, green: 0, blue: 1))
        return try SignatureStamp(canvas, size: Self.size)
    }

    @Test(
        "a stamp stands upright where it was asked for on turned and cropped pages",
        arguments: [0, 90, 180, 270])
    func upright(rotation: Int) async throws {
        var file = try SignedFile(page(turned: rotation))
        let place = Rectangle(x: 50, y: 30, width: 100, height: 40)
        try file.sign(at: .visible(page: 0, place), showing: flag())
        let page = try await RenderedPage(of: file.bytes)
        #expect(page.width == (rotation % 180 == 0 ? 400 : 300))
        #expect(page.pixel(60, 50) == .red)
        #expect(page.pixel(140, 50) == .blue)
        #expect(page.pixel(40, 50) == .white)
        #expect(page.pixel(160, 50) == .white)
        #expect(page.pixel(100, 20) == .white)
        #expect(page.pixel(100, 80) == .white)
    }

    @Test("a stamp made for another size keeps its proportions, in the middle of the field")
    func otherSize() async throws {
        var file = try SignedFile(page(turned: 0))
        let place = Rectangle(x: 50, y: 50, width: 200, height: 40)
        try file.sign(at: .visible(page: 0, place), showing: flag())
        let page = try await RenderedPage(of: file.bytes)
        #expect(page.pixel(90, 70) == .white)
        #expect(page.pixel(110, 70) == .red)
        #expect(page.pixel(190, 70) == .blue)
        #expect(page.pixel(210, 70) == .white)
    }

    @Test("the text of a stamp comes back as it was given, in any script")
    func text() async throws {
        let text = "Подписала 김안나 金安娜 קים كيم"
        var file = try SignedFile(SamplePDF.plain().bytes())
        try file.sign(
            at: .visible(page: 0, SignedFile.corner), showing: try SignedFile.stamp(text))
        let folder = try TemporaryFolder()
        let path = try folder.write(try file.bytes, as: "signed.pdf")
        let extracted = try await OutsideTool.run("pdftotext", ["-raw", path, "-"]).output
        for word in ["Подписала", "김안나", "金安娜"] { #expect(extracted.contains(word)) }
    }

    @Test("an empty field whose widget is an object of its own is signed, and shows the stamp")
    func splitField() async throws {
        var sample = SamplePDF()
        sample.add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 6 0 R >> >>")
        sample.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        sample.add(
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots 7 0 R /Resources << >> >>
            """)
        sample.add("<< /FT /Sig /T (seal) /Kids [5 0 R] >>")
        sample.add(
            "<< /Type /Annot /Subtype /Widget /Parent 4 0 R /P 3 0 R /Rect [50 50 150 90] /F 4 >>")
        sample.add("[4 0 R]")
        sample.add("[5 0 R]")
        var file = try SignedFile(sample.bytes())
        try file.sign(at: .field("seal"), showing: flag())
        #expect(throws: SigningError.noOpenField("seal")) { try file.sign(at: .field("seal")) }
        let page = try await RenderedPage(of: file.bytes)
        #expect(page.pixel(60, 70) == .red)
        #expect(page.pixel(140, 70) == .blue)
        #expect(VerificationReport(of: MemorySource(try file.bytes)).complaints == [])
        // Poppler and MuPDF look for the value in the widget and take such a field for unsigned.
        guard PyHankoJudge.isAvailable else { return }
        #expect(try await file.pyHanko().map(\.isGood) == [true])
    }
}
