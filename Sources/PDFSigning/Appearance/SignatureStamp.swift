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

    /// A stamp of a drawing whose origin is the lower left corner, over an image if there is one.
    ///
    /// - Parameter area: where the image goes, in its own proportions.
    /// - Throws: `PDFTextError` for a font that cannot be embedded.
    public init(
        _ canvas: ContentCanvas, size: Size, image: PNGImage? = nil, in area: Rectangle? = nil
    ) throws(PDFTextError) {
        self.size = size
        let whole = Rectangle(x: 0, y: 0, width: size.width, height: size.height)
        drawing = try ObjectGroup { update throws(PDFTextError) in
            var fonts = FontShelf()
            let content = try canvas.content(on: &fonts, into: &update)
            var form = AppearanceForm(content, size: size)
            if let image { try form.show(image, in: area ?? whole, of: &update) }
            return form.write(into: &update)
        }
    }

    /// A text, an image, or the image and the text to its right. The text is in as large a type
    /// as fits, at most `maximumType` points.
    ///
    /// - Parameters:
    ///   - language: BCP 47; decides between fonts of shared scripts.
    /// - Throws: `PDFTextError.noGlyph` for a character that no installed font draws.
    public init(
        text: String, image: PNGImage? = nil, size: Size, language: String = "en",
        maximumType: Double = 12, by typesetter: Typesetter = Typesetter()
    ) throws(PDFTextError) {
        var area = Rectangle(x: 0, y: 0, width: size.width, height: size.height).inset(by: 2)
        var picture = area
        if let image, !text.isEmpty {
            let natural = area.height * Double(image.width) / Double(image.height)
            picture.width = min(natural, area.width * 0.4)
            let margin = picture.width + 4
            area = Rectangle(
                x: area.x + margin, y: area.y, width: max(1, area.width - margin),
                height: area.height)
        }
        var canvas = ContentCanvas()
        if !text.isEmpty {
            try StampText(text, language: language, maximumType: maximumType)
                .draw(in: area, on: &canvas, by: typesetter)
        }
        try self.init(canvas, size: size, image: image, in: picture)
    }
}
