import PDFSigning
import TamgaTestKit

/// The first page of a PDF as poppler shows it, one pixel to the point.
struct RenderedPage {
    let width: Int
    let height: Int
    private let pixels: ArraySlice<UInt8>

    struct Pixel: Equatable {
        var red: UInt8
        var green: UInt8
        var blue: UInt8

        static let white = Pixel(red: 255, green: 255, blue: 255)
        static let red = Pixel(red: 255, green: 0, blue: 0)
        static let blue = Pixel(red: 0, green: 0, blue: 255)
    }

    init(of pdf: [UInt8]) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(pdf, as: "file.pdf")
        let options = ["-r", "72", "-cropbox", "-singlefile", path, folder.file("page")]
        let answer = try await OutsideTool.run("pdftoppm", options)
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        let bytes = try folder.read("page.ppm")
        // P6, width, height, 255, each followed by one white space.
        let fields = bytes.prefix(40).split(maxSplits: 4, whereSeparator: { $0 <= 0x20 })
        width = Int(String(decoding: fields[1], as: UTF8.self)) ?? 0
        height = Int(String(decoding: fields[2], as: UTF8.self)) ?? 0
        pixels = bytes.suffix(3 * width * height)
    }

    /// The pixel at a place in points from the lower left.
    func pixel(_ x: Int, _ y: Int) -> Pixel {
        let place = pixels.startIndex + 3 * ((height - 1 - y) * width + x)
        return Pixel(red: pixels[place], green: pixels[place + 1], blue: pixels[place + 2])
    }
}
