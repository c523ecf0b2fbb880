import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

@Suite struct StampImageTests {
    private func shown(_ sample: PNGSample) async throws -> RenderedPage {
        var file = try SignedFile(SamplePDF.plain().bytes())
        let size = Size(width: 44, height: 44)
        let stamp = try SignatureStamp(text: "", image: PNGImage(sample.bytes), size: size)
        let place = Rectangle(x: 400, y: 40, width: 44, height: 44)
        try file.sign(at: .visible(page: 0, place), showing: stamp)
        return try await RenderedPage(of: file.bytes)
    }

    @Test("an image of every colour type is shown", arguments: PNGSample.flags.indices)
    func colours(index: Int) async throws {
        let page = try await shown(PNGSample.flags[index])
        #expect(page.pixel(406, 62) == .red)
        #expect(page.pixel(438, 62) == .blue)
        #expect(page.pixel(398, 62) == .white)
    }

    @Test("what is transparent shows the page", arguments: PNGSample.halves.indices)
    func transparency(index: Int) async throws {
        let page = try await shown(PNGSample.halves[index])
        #expect(page.pixel(406, 62) == .red)
        #expect(page.pixel(438, 62) == .white)
    }

    @Test("an image cut off anywhere is refused")
    func cutOff() {
        let bytes = PNGSample.flags[2].bytes
        for count in 0..<bytes.count {
            #expect(throws: PDFTextError.self) { try PNGImage(Array(bytes[..<count])) }
        }
    }

    @Test(
        "an image that is not what it says is refused",
        arguments: [
            ("interlaced", PNGSample(interlace: 1, rows: PNGSample.flags[0].rows)),
            ("damaged or incomplete", PNGSample(height: 3, rows: PNGSample.flags[0].rows)),
            ("damaged or incomplete", PNGSample(height: 1, rows: PNGSample.flags[0].rows)),
            ("100000 × 100000 pixels", PNGSample(width: 100_000, height: 100_000, rows: [])),
            ("an unknown coding", PNGSample(depth: 4, rows: PNGSample.flags[0].rows)),
            ("a malformed header", PNGSample(kind: 5, rows: PNGSample.flags[0].rows)),
            ("no palette", PNGSample(kind: 3, rows: [[0, 0, 1], [0, 0, 1]])),
            ("an unknown row filter", PNGSample(kind: 0, rows: [[5, 0, 1], [0, 0, 1]])),
        ])
    func refused(reason: String, sample: PNGSample) {
        #expect(throws: PDFTextError.unusableImage(reason)) { try PNGImage(sample.bytes) }
    }
}
