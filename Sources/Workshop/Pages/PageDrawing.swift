import Domain
import PDFCore

/// Draws one page as PNG: the child becomes pdftocairo.
struct PageDrawing: Codable, Sendable {
    let file: String
    /// From 1.
    let page: Int
    /// In pixels.
    let width: Int
    /// Where the image goes, without its ending `.png`.
    let output: String

    /// A page of odd proportions would be drawn as an image of any height.
    private static let heightLimit = 10_000

    func answer() throws -> ChildAnswer {
        guard let found = try PageLookup(file: file).page(page) else { return .noSuchPage }
        let height = found.height(atWidth: width)
        guard height <= Self.heightLimit else { throw FileTrouble.tooComplex }
        try Program(
            name: .drawing,
            arguments: [
                "-png", "-singlefile", "-cropbox", "-f", "\(page)", "-l", "\(page)",
                "-scale-to-x", "\(width)", "-scale-to-y", "\(height)", file, output,
            ]
        ).become()
    }
}

/// Tells a page's text: the child becomes pdftotext.
struct PageReading: Codable, Sendable {
    let file: String
    /// From 1.
    let page: Int
    /// Where the text goes.
    let output: String

    func answer() throws -> ChildAnswer {
        guard try PageLookup(file: file).page(page) != nil else { return .noSuchPage }
        try Program(
            name: .reading,
            arguments: [
                "-f", "\(page)", "-l", "\(page)", "-enc", "UTF-8", "-nopgbrk", file, output,
            ]
        ).become()
    }
}

/// Tells what each page shows.
struct PageMeasuring: Codable, Sendable {
    let pieces: [String]

    func sizes() throws -> [PageSize] {
        let reader = try PDFReader(try SegmentedSource(paths: pieces), limits: .wholeFile)
        return try reader.pages().map(\.shownSize)
    }
}

/// Finds a page before another program is asked for it.
private struct PageLookup {
    let file: String

    func page(_ number: Int) throws -> Page? {
        guard number >= 1, number <= PDFLimits.wholeFile.pages else { return nil }
        let reader = try PDFReader(FileSource(path: file), limits: .wholeFile)
        let pages = try reader.pages(prefix: number)
        return pages.count == number ? pages[number - 1] : nil
    }
}

extension Page {
    fileprivate var shownSize: PageSize {
        rotation % 180 == 0
            ? PageSize(width: cropBox.width, height: cropBox.height)
            : PageSize(width: cropBox.height, height: cropBox.width)
    }

    /// In pixels, at least one; the page as it is seen.
    fileprivate func height(atWidth width: Int) -> Int {
        let size = shownSize
        let height = Double(width) * size.height / Swift.max(size.width, 0.01)
        return height.isFinite ? Int(Swift.min(Swift.max(height.rounded(), 1), 1e6)) : 1_000_000
    }
}
