internal import CPango

/// Groups the glyphs of one Pango run into clusters.
struct GlyphReader {
    private let glyphs: UnsafeBufferPointer<PangoGlyphInfo>
    private let starts: UnsafeBufferPointer<CInt>
    /// The run's part of the text, as byte offsets.
    private let bounds: Range<Int>
    private let text: [UInt8]
    private let isRightToLeft: Bool

    init(item: PangoGlyphItem, text: [UInt8], isRightToLeft: Bool) {
        let string = item.glyphs.pointee
        let count = Int(string.num_glyphs)
        glyphs = UnsafeBufferPointer(start: string.glyphs, count: count)
        starts = UnsafeBufferPointer(start: string.log_clusters, count: count)
        let offset = Int(item.item.pointee.offset)
        bounds = offset..<offset + Int(item.item.pointee.length)
        self.text = text
        self.isRightToLeft = isRightToLeft
    }

    /// The room of undrawn glyphs (tabulators) before the first drawn one, in points.
    var leadingSpace: Double {
        glyphs.prefix { !$0.isDrawn }.reduce(0) { $0 + Pango.points($1.geometry.width) }
    }

    /// The drawn clusters in visual order.
    func clusters() throws(PDFTextError) -> [GlyphCluster] {
        var clusters: [GlyphCluster] = []
        clusters.reserveCapacity(glyphs.count)
        var first = 0
        while first < glyphs.count {
            let next =
                glyphs.indices[first...].first { starts[$0] != starts[first] } ?? glyphs.count
            let drawn = try glyphs(first..<next)
            if !drawn.isEmpty {
                clusters.append(GlyphCluster(text: source(first..<next), glyphs: drawn))
            }
            first = next
        }
        return isRightToLeft ? clusters : clusters.joiningMarks()
    }

    private func glyphs(_ range: Range<Int>) throws(PDFTextError) -> [Glyph] {
        var drawn: [Glyph] = []
        for info in glyphs[range] where info.isDrawn {
            guard let id = UInt16(exactly: info.glyph) else { throw .noGlyph(info.character) }
            drawn.append(
                Glyph(
                    id: id, advance: Pango.points(info.geometry.width),
                    dx: Pango.points(info.geometry.x_offset),
                    dy: -Pango.points(info.geometry.y_offset)))
        }
        return drawn
    }

    /// A cluster's text ends where the logically next cluster of the run begins.
    private func source(_ range: Range<Int>) -> String {
        let start = Int(starts[range.lowerBound])
        let neighbour = isRightToLeft ? range.lowerBound - 1 : range.upperBound
        let end = starts.indices.contains(neighbour) ? Int(starts[neighbour]) : bounds.count
        guard start < end, bounds.upperBound <= text.count else { return "\u{2026}" }
        return String(
            decoding: text[bounds.lowerBound + start..<bounds.lowerBound + end], as: UTF8.self)
    }
}

extension [GlyphCluster] {
    /// Pango gives a combining mark a cluster of its own; here it belongs to its letter, so that
    /// a reader never meets a raised mark alone and takes it for another line. Not so from right
    /// to left: poppler reverses the text of a cluster there.
    fileprivate func joiningMarks() -> [GlyphCluster] {
        guard contains(where: \.isMark) else { return self }
        var joined: [GlyphCluster] = []
        for cluster in self {
            if cluster.isMark, let letter = joined.popLast() {
                joined.append(
                    GlyphCluster(
                        text: letter.text + cluster.text, glyphs: letter.glyphs + cluster.glyphs))
            } else {
                joined.append(cluster)
            }
        }
        return joined
    }
}

extension GlyphCluster {
    fileprivate var isMark: Bool {
        // No mark precedes U+0300.
        guard let first = text.unicodeScalars.first, first.value >= 0x300 else { return false }
        return first.properties.generalCategory == .nonspacingMark
    }
}

extension PangoGlyphInfo {
    fileprivate var isDrawn: Bool { glyph != UInt32(tamga_glyph_empty) }

    /// The character that an unknown glyph stands for.
    fileprivate var character: Unicode.Scalar {
        Unicode.Scalar(glyph & ~UInt32(tamga_glyph_unknown_flag)) ?? "\u{FFFD}"
    }
}
