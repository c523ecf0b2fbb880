/// The CMap that gives text back for glyphs (ISO 32000-2, 9.10.3).
struct ToUnicodeMap {
    let glyphs: [Int: String]

    /// A `bfchar` section may have 100 entries at most.
    private static let sectionLength = 100

    var bytes: [UInt8] {
        let entries = glyphs.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
        var text = Self.opening
        for start in stride(from: 0, to: entries.count, by: Self.sectionLength) {
            let section = entries[start..<min(start + Self.sectionLength, entries.count)]
            text += "\(section.count) beginbfchar\n"
            for (glyph, source) in section {
                text += "<\(Self.code(glyph))><\(UTF16Text(source).hex)>\n"
            }
            text += "endbfchar\n"
        }
        return Array((text + Self.closing).utf8)
    }

    private static func code(_ glyph: Int) -> String {
        [UInt8(truncatingIfNeeded: glyph >> 8), UInt8(truncatingIfNeeded: glyph)].hex
    }

    private static let opening = """
        /CIDInit/ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
        /CMapName/Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000><FFFF>
        endcodespacerange

        """

    private static let closing = """
        endcmap
        CMapName currentdict/CMap defineresource pop
        end
        end
        """
}

/// A text as UTF-16BE.
struct UTF16Text {
    let hex: String

    init(_ text: String) {
        hex = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }.hex
    }
}
