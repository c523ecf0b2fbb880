/// Collects the glyphs of a run into TJ operators (ISO 32000-2, 9.4.3).
struct RunWriter {
    let run: GlyphRun
    /// The subsets of the run's typeface on the shelf.
    let subsets: [EmbeddedFont]
    /// Elements of the array being written, without its brackets.
    private var elements = Operators()
    private var isInString = false
    /// Where the next cluster begins and where PDF's pen stands, in points from the run's start.
    private var next = 0.0
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

    /// The next cluster's glyphs and their places. What stands on the baseline comes first:
    /// readers take a span's place from its first glyph, and that must not be a raised mark.
    mutating func place(_ cluster: GlyphCluster) -> [(glyph: Glyph, x: Double)] {
        let placed = cluster.glyphs.map { glyph in
            defer { next += glyph.advance }
            return (glyph: glyph, x: next + glyph.dx)
        }
        guard placed.count > 1 else { return placed }
        return placed.filter { $0.glyph.dy == 0 } + placed.filter { $0.glyph.dy != 0 }
    }

    mutating func show(_ glyph: Glyph, at x: Double) {
        let correction = ((pen - x) * 1_000 / run.size).rounded()
        if abs(correction) >= Self.tolerance {
            endString()
            elements.number(correction)
            pen -= correction * run.size / 1_000
        }
        put(glyph)
        pen += run.face.width(of: glyph.id) * run.size / 1_000
    }

    /// Shows a glyph where the pen stands, in no colour and hardly any room.
    mutating func showUnseen(_ glyph: Glyph, on operators: inout Operators) {
        flush(to: &operators)
        operators.put("3 Tr 1 Tz <")
        operators.code(of: glyph.id)
        operators.put(">Tj 100 Tz 0 Tr\n")
        pen += run.face.width(of: glyph.id) * run.size / 100_000
    }

    private mutating func put(_ glyph: Glyph) {
        if !isInString {
            elements.put("<")
            isInString = true
        }
        elements.code(of: glyph.id)
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
