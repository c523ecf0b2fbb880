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

    /// The subsets of one font file, oldest first.
    func subsets(of key: FontKey) -> [EmbeddedFont] { fonts.filter { $0.key == key } }
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

extension [EmbeddedFont] {
    /// The subset that draws this glyph.
    func drawing(_ glyph: UInt16) -> EmbeddedFont? {
        first { $0.glyphs[Int(glyph)] != nil }
    }
}

/// Glyphs still to be embedded, by typeface in the order met.
private struct GlyphDemand {
    private var order: [Typeface] = []
    private var glyphs: [FontKey: [Int: String]] = [:]

    var faces: [(Typeface, [Int: String])] { order.map { ($0, glyphs[$0.key] ?? [:]) } }

    mutating func add(_ block: TextBlock, beyond shelf: FontShelf) {
        for run in block.lines.lazy.flatMap(\.runs) {
            let key = run.face.key
            let subsets = shelf.subsets(of: key)
            var wanted = glyphs[key] ?? [:]
            for cluster in run.clusters {
                for glyph in cluster.glyphs where subsets.drawing(glyph.id) == nil {
                    wanted.add(glyph, of: cluster)
                }
            }
            guard !wanted.isEmpty else { continue }
            if glyphs.updateValue(wanted, forKey: key) == nil { order.append(run.face) }
        }
    }
}

extension [Int: String] {
    /// A glyph that makes up a cluster alone has the cluster's text; a part of a cluster has
    /// none until it is met alone. What is drawn with another text says so by /ActualText.
    fileprivate mutating func add(_ glyph: Glyph, of cluster: GlyphCluster) {
        let text = cluster.glyphs.count == 1 ? cluster.text : ""
        if self[Int(glyph.id), default: ""].isEmpty { self[Int(glyph.id)] = text }
    }
}
