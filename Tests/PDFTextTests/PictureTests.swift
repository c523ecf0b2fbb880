import PDFText
import Testing

/// Files that people upload for a picture.
@Suite struct PictureTests {
    /// A gray JPEG file of one component, put together by hand: its coded data is not read.
    private static func jpeg(
        width: Int = 8, height: Int = 8, depth: UInt8 = 8, components: UInt8 = 1,
        frame: UInt8 = 0xC0, scans: Int = 1
    ) -> [UInt8] {
        var header: [UInt8] = [depth] + number(height) + number(width) + [components]
        for index in 0..<components { header += [index + 1, 0x11, 0] }
        let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0, 0x34]
        return [0xFF, 0xD8] + segment(frame, header)
            + Array([[UInt8]](repeating: scan, count: scans).joined()) + [0xFF, 0xD9]
    }

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + number(body.count + 2) + body
    }

    private static func number(_ value: Int) -> [UInt8] {
        [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }

    @Test("a JPEG tells its size")
    func size() throws {
        let picture = try Picture(Self.jpeg(width: 300, height: 200))
        #expect(picture.width == 300 && picture.height == 200)
    }

    @Test(
        "what is neither PNG nor JPEG is refused by its name",
        arguments: [
            ("an SVG file", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
            ("an SVG file", "\u{FEFF}<?xml version='1.0'?>\n<svg/>"),
            ("a file of markup", "<!DOCTYPE html><html></html>"),
            ("a PDF file", "%PDF-1.7\n"), ("a GIF file", "GIF89a"), ("a BMP file", "BM"),
            ("a WebP file", "RIFF1234WEBPVP8 "), ("a TIFF file", "II*\u{0}"),
            ("a HEIF, AVIF or video file", "\u{0}\u{0}\u{0}\u{18}ftypheic"),
            ("an unknown file", "picture"), ("an unknown file", ""),
        ])
    func foreign(name: String, text: String) {
        #expect(throws: PDFTextError.unusableImage("\(name), neither PNG nor JPEG")) {
            try Picture(Array(text.utf8))
        }
    }

    @Test("half a mebibyte is the most")
    func byteCount() {
        let bytes = Self.jpeg() + [UInt8](repeating: 0, count: 1 << 19)
        #expect(throws: PDFTextError.unusableImage("\(bytes.count) bytes")) { try Picture(bytes) }
    }

    @Test("four megapixels are the most")
    func pixelCount() throws {
        #expect(try Picture(Self.jpeg(width: 2_000, height: 2_000)).width == 2_000)
        #expect(throws: PDFTextError.unusableImage("2001 × 2000 pixels")) {
            try Picture(Self.jpeg(width: 2_001, height: 2_000))
        }
    }

    @Test("a PNG of too many pixels is refused before it is decompressed")
    func pngBomb() {
        let header: [UInt8] = [0, 0, 16, 0, 0, 0, 16, 0, 8, 2, 0, 0, 0]
        let bytes =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + header + [0, 0, 0, 0]
        #expect(throws: PDFTextError.unusableImage("4096 × 4096 pixels")) { try Picture(bytes) }
    }

    @Test(
        "a JPEG that is not built as it should is refused",
        arguments: [
            jpeg(depth: 12), jpeg(components: 4), jpeg(frame: 0xC3), jpeg(scans: 0),
            jpeg(scans: 65),
            jpeg(width: 0), jpeg().dropLast(2) + jpeg().dropFirst(2),
        ])
    func misbuilt(bytes: [UInt8]) {
        #expect(throws: PDFTextError.self) { try Picture(bytes) }
    }

    @Test("a JPEG cut off anywhere is refused")
    func cutOff() {
        let bytes = Self.jpeg(components: 3)
        for count in 0..<bytes.count {
            #expect(throws: PDFTextError.self) { try Picture(Array(bytes[..<count])) }
        }
    }
}
