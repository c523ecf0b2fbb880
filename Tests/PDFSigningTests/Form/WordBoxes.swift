import PDFCore
import PDFText
import TamgaTestKit

/// The words of a PDF with their places, as poppler's pdftotext finds them.
struct WordBoxes {
    private struct Word {
        let box: Rectangle
        let text: String
    }

    /// By page; places in points from the lower left corner of the page as shown.
    private var pages: [[Word]] = []

    init(of pdf: [UInt8]) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(pdf, as: "file.pdf")
        let answer = try await OutsideTool.run("pdftotext", ["-cropbox", "-bbox", path, "-"])
        guard answer.succeeded else { throw OutsideTool.Failure(answer.errors) }
        // Poppler itself tells the height of the page before it is turned.
        let heights = try PDFReader(MemorySource(pdf)).pages().map {
            $0.rotation % 180 == 0 ? $0.cropBox.height : $0.cropBox.width
        }
        for line in answer.output.split(separator: "\n") {
            let numbers = Self.numbers(line)
            if line.contains("<page ") {
                pages.append([])
            } else if line.contains("<word "), numbers.count >= 4 {
                let box = Rectangle(
                    x: numbers[0], y: heights[pages.count - 1] - numbers[3],
                    width: numbers[2] - numbers[0],
                    height: numbers[3] - numbers[1])
                pages[pages.count - 1].append(Word(box: box, text: Self.text(line)))
            }
        }
    }

    private static func numbers(_ line: Substring) -> [Double] {
        line.prefix { $0 != ">" }.split(separator: "\"").compactMap { Double($0) }
    }

    private static func text(_ line: Substring) -> String {
        let inner = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        return inner.unicodeScalars.reduce(into: "") { text, scalar in
            // Marks by which poppler frames right-to-left text.
            if !(0x202A...0x202E).contains(scalar.value) { text.unicodeScalars.append(scalar) }
        }
    }

    /// The words whose middle lies in the rectangle, line by line.
    func text(on page: Int, in rect: Rectangle) -> String {
        pages[page].filter { rect.holds($0.box.x + $0.box.width / 2, $0.box.y + $0.box.height / 2) }
            .sorted { ($0.box.y.rounded(), -$0.box.x) > ($1.box.y.rounded(), -$1.box.x) }
            .map(\.text).joined(separator: " ")
    }
}

extension Rectangle {
    fileprivate func holds(_ x: Double, _ y: Double) -> Bool {
        x >= self.x && x <= right && y >= self.y && y <= top
    }
}
