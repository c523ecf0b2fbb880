internal import CHarfBuzz

/// A font file's identity: the same key means the same glyph numbers and outlines, on whatever
/// machine and under whatever path the file lies.
public struct FontKey: Hashable, Codable, Sendable {
    /// The PostScript name.
    public let name: String
    /// Revision, checksum and dates of the `head` table and the number of glyphs, in hex.
    public let fingerprint: String
}

/// One face of a font file, with what drawing needs of it.
///
/// `@unchecked Sendable`: HarfBuzz's faces and fonts may be shared between threads once they are
/// immutable, and both are made so here.
public final class Typeface: @unchecked Sendable {
    public let key: FontKey
    /// True for outlines in a `CFF ` table, false for `glyf`.
    let isCFF: Bool
    let face: OpaquePointer
    /// Scaled to the face's own units.
    private let font: OpaquePointer
    let unitsPerEm: Double

    /// nil if the face has no outlines that PDF can embed (bitmaps, colour layers, CFF2).
    init?(retaining borrowed: OpaquePointer) {
        let tables = FontTables(face: borrowed)
        let hasCFF = tables.has("CFF ")
        guard hasCFF || tables.has("glyf"), let face = hb_face_reference(borrowed) else {
            return nil
        }
        hb_face_make_immutable(face)
        self.face = face
        font = hb_font_create(face)
        hb_font_make_immutable(font)
        isCFF = hasCFF
        unitsPerEm = Double(max(16, hb_face_get_upem(face)))
        key = FontKey(name: tables.postScriptName, fingerprint: tables.fingerprint)
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    /// The glyph that a character has when it stands alone.
    func glyph(of character: Unicode.Scalar) -> UInt16? {
        var glyph: hb_codepoint_t = 0
        guard hb_font_get_nominal_glyph(font, character.value, &glyph) != 0 else { return nil }
        return UInt16(exactly: glyph)
    }

    /// Advance width in thousandths of the em, as /W states it (rounded to a tenth).
    func width(of glyph: UInt16) -> Double {
        let units = Double(hb_font_get_glyph_h_advance(font, UInt32(glyph)))
        return (units * 10_000 / unitsPerEm).rounded() / 10
    }

    /// A metric in thousandths of the em, or the fallback if the font does not state it.
    func metric(_ tag: hb_ot_metrics_tag_t, or fallback: Int) -> Int {
        var units: hb_position_t = 0
        guard hb_ot_metrics_get_position(font, tag, &units) != 0 else { return fallback }
        return thousandths(Int(units))
    }

    func thousandths(_ units: Int) -> Int {
        Int((Double(units) * 1_000 / unitsPerEm).rounded())
    }
}

/// The typefaces met by one typesetter, by HarfBuzz face. Each is retained, so an address is
/// never reused for another face.
final class TypefaceCache {
    private var faces: [OpaquePointer: Typeface?] = [:]

    /// The typeface behind a HarfBuzz font; nil if it cannot be embedded.
    func face(of font: OpaquePointer?) -> Typeface? {
        guard let font, let face = hb_font_get_face(font) else { return nil }
        if let known = faces[face] { return known }
        let typeface = Typeface(retaining: face)
        if typeface != nil { faces[face] = typeface }
        return typeface
    }
}
