import PDFCore
import PDFText

/// The text of a field, set as viewers set it where a file brings no appearance
/// (ISO 32000-2 §12.7.4.3), in our fonts and in black.
struct UploadFieldText {
    private let text: String
    /// In points; nil fits the text to the field.
    private let size: Double?
    private let isMultiline: Bool
    /// 0 left, 1 centred, 2 right.
    private let alignment: Int

    private static let multiline = 1 << 12
    private static let password = 1 << 13
    private static let padding = 2.0

    /// Nil if nothing is to be shown: no text, or a password.
    init?(_ text: String, flags: Int, defaultAppearance: [UInt8], alignment: Int) {
        guard !text.isEmpty, flags & Self.password == 0 else { return nil }
        self.text = text
        isMultiline = flags & Self.multiline != 0
        size = Self.fontSize(in: defaultAppearance)
        self.alignment = alignment
    }

    /// The operand before `Tf`; zero asks for a fitting size.
    private static func fontSize(in appearance: [UInt8]) -> Double? {
        let words = appearance.split(whereSeparator: { $0 <= 0x20 })
        guard let index = words.lastIndex(where: { $0.elementsEqual("Tf".utf8) }), index > 0,
            let size = Double(String(decoding: words[index - 1], as: UTF8.self)), size > 0
        else { return nil }
        return min(size, 200)
    }

    func canvas(_ area: Size, by typesetter: Typesetter) throws(PDFTextError) -> ContentCanvas {
        let width = max(1, area.width - 2 * Self.padding)
        var points = size ?? (isMultiline ? 12 : min(12, max(4, area.height * 0.65)))
        var block = try set(points, width, typesetter)
        // Where the size is free, smaller type is better than a text cut off.
        while size == nil, points > 4, block.height > area.height || block.width > width {
            points *= 0.85
            block = try set(points, width, typesetter)
        }
        let slack = max(0, width - block.width)
        let left = Self.padding + (alignment == 1 ? slack / 2 : alignment == 2 ? slack : 0)
        let top = isMultiline ? area.height - Self.padding : (area.height + block.height) / 2
        var canvas = ContentCanvas()
        let clip = Rectangle(x: 0, y: 0, width: area.width, height: area.height)
        canvas.clipped(to: clip) { $0.text(block, x: left, top: top) }
        return canvas
    }

    private func set(
        _ points: Double, _ width: Double, _ typesetter: Typesetter
    ) throws(PDFTextError) -> TextBlock {
        let style = TextStyle(size: points)
        return try typesetter.layout(text, style, width: isMultiline ? width : nil)
    }
}
