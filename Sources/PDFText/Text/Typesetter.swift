internal import CPango

/// Lays text out with Pango: itemisation, bidirectional order, fallback fonts, line breaking.
///
/// An instance owns its font map and belongs to one thread at a time; it is costly to make
/// (fontconfig is read) and cheap to use again.
public final class Typesetter {
    /// The longest text of one block, in UTF-8 bytes.
    public static let maximumByteCount = 20_000

    private let context: OpaquePointer
    private let layout: OpaquePointer
    private var descriptions: [TextStyle: OpaquePointer] = [:]
    private var language = ""
    let faces = TypefaceCache()

    public init() {
        context = tamga_pango_context_new()
        layout = pango_layout_new(context)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }

    deinit {
        descriptions.values.forEach { pango_font_description_free($0) }
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// Sets a text in one style.
    ///
    /// - Parameters:
    ///   - width: where lines break, in points (between words, inside a word if it must be);
    ///     nil breaks at line feeds only.
    ///   - maximumLines: a longer text ends in "…" on this line.
    ///   - language: a BCP 47 tag; decides between fonts of shared scripts.
    /// - Throws: ``PDFTextError/noGlyph(_:)`` for a character that no font draws.
    public func layout(
        _ text: String, _ style: TextStyle, width: Double? = nil, maximumLines: Int? = nil,
        language: String = "en"
    ) throws(PDFTextError) -> TextBlock {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumByteCount else {
            throw .textTooLong(byteCount: bytes.count)
        }
        // Pango would end the text at U+0000 and draw other control characters as boxes.
        if let control = text.unicodeScalars.first(where: \.isUndrawableControl) {
            throw .noGlyph(control)
        }
        speak(language)
        pango_layout_set_font_description(layout, description(of: style))
        pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
        pango_layout_set_width(layout, width.map { Pango.units($0) } ?? -1)
        limit(to: maximumLines)
        pango_layout_set_text(layout, text, CInt(bytes.count))
        return try LayoutReader(layout: layout, text: bytes, style: style, faces: faces).block()
    }

    private func speak(_ tag: String) {
        guard tag != language else { return }
        language = tag
        pango_context_set_language(context, pango_language_from_string(tag))
        pango_layout_context_changed(layout)
    }

    private func limit(to lines: Int?) {
        pango_layout_set_height(layout, lines.map { CInt(-max(1, $0)) } ?? -1)
        pango_layout_set_ellipsize(
            layout, lines == nil ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END)
    }

    private func description(of style: TextStyle) -> OpaquePointer? {
        if let known = descriptions[style] { return known }
        guard let made = pango_font_description_new() else { return nil }
        pango_font_description_set_family(made, style.family)
        pango_font_description_set_absolute_size(made, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(made, PangoWeight(UInt32(style.weight.rawValue)))
        descriptions[style] = made
        return made
    }
}

/// Pango's fixed-point measures.
enum Pango {
    static func points(_ units: CInt) -> Double { Double(units) / Double(PANGO_SCALE) }

    static func units(_ points: Double) -> CInt {
        CInt((points * Double(PANGO_SCALE)).clamped(to: 0...Double(CInt.max)))
    }
}

extension Unicode.Scalar {
    /// A control character other than those that lay out text (tabulator, ends of line).
    fileprivate var isUndrawableControl: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }
}

extension Double {
    func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
