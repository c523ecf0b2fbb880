/// A sheet laid out: its pages, drawn, and where each entry's slot lies.
public struct SheetPages: Sendable {
    /// The size of every page.
    public let size: Size
    public let pages: [ContentCanvas]
    /// By the entries' keys.
    public let slots: [String: Slot]

    public struct Slot: Hashable, Codable, Sendable {
        /// Index of the page, from 0.
        public let page: Int
        public let area: Rectangle
    }
}

extension Typesetter {
    /// Lays a sheet out on as many upright A4 pages as it needs.
    public func pages(of sheet: Sheet) throws(PDFTextError) -> SheetPages {
        var layout = SheetLayout(sheet: sheet, typesetter: self)
        return try layout.pages()
    }
}
