/// Collects the glyphs of a run into TJ operators (ISO 32000-2, 9.4.3).
struct RunWriter {
    let run: GlyphRun
    /// The subsets of the run's typeface on the shelf.
    let subsets: [EmbeddedFont]
    /// Elements of the array being written, without its brackets.
    private var elements = Operators()
    private var isInString = false
    /// Where Pango wants the next glyph and where PDF's pen stands, in points from the run's start.
    private var wanted = 0.0
    private var pen = 0.0

    /// Corrections smaller than this (thousandths of the em) wait until they have added up.
    private static let tolerance = 2.0

    init(run: GlyphRun, subsets: [EmbeddedFont]) {
        self.run = run
        self.subsets = subsets
    }

    /// Whether /ToUnicode alone gives the cluster's text back.
    func givesBack(_ cluster: GlyphCluster) -> Bool {
        guard cluster.glyphs.count == 1 else { return false }
        let glyph = cluster.glyphs[0].id
        return subsets.drawing(glyph)?.glyphs[Int(glyph)] == cluster.text
    }

    mutating func show(_ glyph: Glyph) {
        let correction = ((pen - wanted - glyph.dx) * 1_000 / run.size).rounded()
        if abs(correction) >= Self.tolerance {
            endString()
            elements.number(correction)
            pen -= correction * run.size / 1_000
        }
        if !isInString {
            elements.put("<")
            isInString = true
        }
        elements.put([UInt8(glyph.id >> 8), UInt8(glyph.id & 0xFF)].hex)
        pen += run.face.width(of: glyph.id) * run.size / 1_000
        wanted += glyph.advance
    }

    mutating func flush(to operators: inout Operators) {
        endString()
        guard !elements.bytes.isEmpty else { return }
        operators.put("[")
        operators.put(elements.bytes)
        operators.put("]TJ\n")
        elements = Operators()
    }

    private mutating func endString() {
        if isInString { elements.put(">") }
        isInString = false
    }
}
