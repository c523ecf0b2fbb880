internal import CHarfBuzz
internal import CPango

/// Reads a Pango layout into a ``TextBlock``.
struct LayoutReader {
    let layout: OpaquePointer
    let text: [UInt8]
    let style: TextStyle
    let faces: TypefaceCache

    func block() throws(PDFTextError) -> TextBlock {
        var extent = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extent)
        return TextBlock(
            width: Pango.points(extent.x + extent.width), height: Pango.points(extent.height),
            lines: try lines())
    }

    private func lines() throws(PDFTextError) -> [TextLine] {
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var lines: [TextLine] = []
        var runs: [GlyphRun] = []
        repeat {
            if let item = pango_layout_iter_get_run_readonly(iterator) {
                var extent = PangoRectangle()
                pango_layout_iter_get_run_extents(iterator, nil, &extent)
                try run(item.pointee, x: Pango.points(extent.x)).map { runs.append($0) }
            } else {
                // Pango ends each line with an empty run.
                let baseline = Pango.points(pango_layout_iter_get_baseline(iterator))
                if !runs.isEmpty { lines.append(TextLine(baseline: baseline, runs: runs)) }
                runs.removeAll(keepingCapacity: true)
            }
        } while pango_layout_iter_next_run(iterator) != 0
        return lines
    }

    private func run(_ item: PangoGlyphItem, x: Double) throws(PDFTextError) -> GlyphRun? {
        let analysis = item.item.pointee.analysis
        let isRightToLeft = analysis.level % 2 == 1
        let glyphs = GlyphReader(item: item, text: text, isRightToLeft: isRightToLeft)
        let clusters = try glyphs.clusters()
        guard let font = analysis.font, let first = clusters.first else { return nil }
        guard let face = faces.face(of: pango_font_get_hb_font(font)) else {
            throw .noGlyph(first.text.unicodeScalars.first ?? "\u{FFFD}")
        }
        return GlyphRun(
            face: face, size: style.size, x: x + glyphs.leadingSpace,
            isRightToLeft: isRightToLeft,
            clusters: isRightToLeft ? clusters.flatMap { $0.spelled(by: face) } : clusters)
    }
}
