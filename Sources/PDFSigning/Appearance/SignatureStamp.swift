import PDFCore
public import PDFText

/// What visible signatures show, prepared once: fonts are subset and streams compressed when it is
/// made, and signing with it copies bytes.
///
/// A stamp is drawn for one size. In a field of another size it keeps its proportions.
public struct SignatureStamp: Sendable {
    /// As shown to the reader, in points.
    public let size: Size
    /// The form XObject and all that it needs.
    let drawing: ObjectGroup

    /// A stamp of a drawing whose origin is the lower left corner.
    ///
    /// Throws `PDFTextError` for a font that cannot be embedded.
    public init(_ canvas: ContentCanvas, size: Size) throws(PDFTextError) {
        self.size = size
        drawing = try ObjectGroup { update throws(PDFTextError) in
            var fonts = FontShelf()
            let form = try canvas.content(on: &fonts, into: &update).form(size)
            let id = update.allocate()
            update.set(id, toStream: form.dictionary, body: form.body)
            return id
        }
    }

    /// A text in as large a type as fits, at most `maximumType` points.
    ///
    /// - Parameters:
    ///   - language: BCP 47; decides between fonts of shared scripts.
    /// - Throws: `PDFTextError.noGlyph` for a character that no installed font draws.
    public init(
        text: String, size: Size, language: String = "en", maximumType: Double = 12,
        by typesetter: Typesetter = Typesetter()
    ) throws(PDFTextError) {
        let area = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        var canvas = ContentCanvas()
        try StampText(text, language: language, maximumType: maximumType)
            .draw(in: area.inset(by: 2), on: &canvas, by: typesetter)
        try self.init(canvas, size: size)
    }
}
