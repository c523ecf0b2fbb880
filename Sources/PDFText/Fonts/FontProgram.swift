internal import CHarfBuzz

/// A font file holding only some glyphs, under their old numbers.
struct FontProgram<Glyphs: Collection<Int>> {
    let face: Typeface
    let glyphs: Glyphs

    /// Tables that PDF does not use: the text is shaped already.
    private static var droppedTables: [StaticString] {
        ["GSUB", "GPOS", "GDEF", "name", "kern", "morx", "DSIG", "FFTM", "gasp", "vhea", "vmtx"]
    }

    func bytes() throws(PDFTextError) -> [UInt8] {
        guard let input = hb_subset_input_create_or_fail() else { throw failure }
        defer { hb_subset_input_destroy(input) }
        describe(input)
        guard let subset = hb_subset_or_fail(face.face, input) else { throw failure }
        defer { hb_face_destroy(subset) }
        guard let blob = hb_face_reference_blob(subset) else { throw failure }
        defer { hb_blob_destroy(blob) }
        let bytes = FontTables.bytes(of: blob)
        guard !bytes.isEmpty else { throw failure }
        return bytes
    }

    private func describe(_ input: OpaquePointer) {
        hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        let kept = hb_subset_input_glyph_set(input)
        for glyph in glyphs { hb_set_add(kept, hb_codepoint_t(glyph)) }
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for table in Self.droppedTables { hb_set_add(dropped, FontTables.tag(table)) }
    }

    private var failure: PDFTextError { .fontNotEmbeddable(face.key.name) }
}
