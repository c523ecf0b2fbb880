import Foundation
import PDFText
import TamgaTestKit

/// JPEG files as poppler's pdftoppm writes them.
enum JPEGSample {
    /// A square: red on the left, blue on the right.
    static func redAndBlue(_ options: String = "progressive=n") async throws -> [UInt8] {
        var file = SamplePDF()
        file.add("<< /Type /Catalog /Pages 2 0 R >>")
        file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        file.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 64 64] /Contents 4 0 R /Resources << >> >>"
        )
        file.addStream("", "1 0 0 rg 0 0 32 64 re f 0 0 1 rg 32 0 32 64 re f")
        let folder = try TemporaryFolder()
        let path = try folder.write(file.bytes(), as: "flag.pdf")
        let answer = try await OutsideTool.run(
            "pdftoppm",
            ["-jpeg", "-jpegopt", options, "-r", "72", "-singlefile", path, folder.file("flag")])
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        return try folder.read("flag.jpg")
    }
}

extension [UInt8] {
    /// A JPEG file with a camera's note behind its first marker.
    func oriented(_ number: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, number, 0, 0,
            0, 0, 0, 0,
        ]
        let note = Array("Exif\0\0".utf8) + tiff
        return Array(prefix(2)) + [0xFF, 0xE1, 0, UInt8(note.count + 2)] + note + dropFirst(2)
    }
}

/// What becomes of a value that is stored and read again.
enum JSONCopy {
    static func of<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}
