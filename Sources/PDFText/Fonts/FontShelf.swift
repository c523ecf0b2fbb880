public import PDFCore

/// The fonts already embedded in a document: what later text may use without bringing its own.
///
/// Subsets keep the glyph numbers of the font file, so a shelf can be stored with a revision and
/// a later update refers to its fonts as long as the same font file is installed.
public struct FontShelf: Hashable, Codable, Sendable {
    public private(set) var fonts: [EmbeddedFont] = []

    public init() {}

    /// Embeds the glyphs of these texts that no font on the shelf has yet: one subset for each
    /// typeface concerned, none where nothing is missing.
    public mutating func embed(
        _ blocks: some Sequence<TextBlock>, into update: inout IncrementalUpdate
    ) throws(PDFTextError) {
        var missing = GlyphDemand()
        for block in blocks { missing.add(block, beyond: self) }
        for (face, glyphs) in missing.faces {
            let subset = FontSubset(face: face, glyphs: glyphs)
            let id = try subset.write(into: &update)
            fonts.append(
                EmbeddedFont(
                    key: face.key, id: id, name: PDFName("F\(fonts.count)"), glyphs: glyphs))
        }
    }

    /// The embedded font that draws this glyph.
    func font(_ key: FontKey, drawing glyph: UInt16) -> EmbeddedFont? {
        fonts.first { $0.key == key && $0.glyphs[Int(glyph)] != nil }
    }
}

/// One embedded subset.
public struct EmbeddedFont: Hashable, Codable, Sendable {
    public let key: FontKey
    /// The Type0 font dictionary.
    public let id: ObjectID
    /// Its name in every resource dictionary that uses it; unique on the shelf.
    public let name: PDFName
    /// The glyphs in it, with the text that /ToUnicode gives for each.
    public let glyphs: [Int: String]
}

/// Glyphs still to be embedded, by typeface in the order met.
private struct GlyphDemand {
    private var order: [Typeface] = []
    private var glyphs: [FontKey: [Int: String]] = [:]

    var faces: [(Typeface, [Int: String])] { order.map { ($0, glyphs[$0.key] ?? [:]) } }

    mutating func add(_ block: TextBlock, beyond shelf: FontShelf) {
        for run in block.lines.lazy.flatMap(\.runs) {
            for cluster in run.clusters { add(cluster, of: run.face, beyond: shelf) }
        }
    }

    private mutating func add(_ cluster: GlyphCluster, of face: Typeface, beyond shelf: FontShelf) {
        for glyph in cluster.glyphs where shelf.font(face.key, drawing: glyph.id) == nil {
            if glyphs[face.key] == nil { order.append(face) }
            // Of a cluster of several glyphs the first stands for the whole; where that is not
            // the text drawn, the content says so by /ActualText.
            let text = glyph.id == cluster.glyphs[0].id ? cluster.text : ""
            let known = glyphs[face.key, default: [:]][Int(glyph.id), default: ""]
            if known.isEmpty || cluster.glyphs.count == 1 && known.count > text.count {
                glyphs[face.key, default: [:]][Int(glyph.id)] = text
            }
        }
    }
}
