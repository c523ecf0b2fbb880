/// One revision of a file: the bytes that one save appended, and what they list.
public struct Revision: Sendable {
    /// From the end of the revision before, to the byte after `%%EOF` and its end of line.
    public let range: Range<Int>
    /// The section that this revision's `startxref` names.
    public let startXref: Int
    public let xrefKind: XRefKind
    /// What this revision's section lists, by object number; not the sections before.
    public let entries: [Int: XRefEntry]
    public let trailer: PDFDictionary
    /// The numbers of each subsection, if the section is a table.
    public let subsections: [Range<Int>]
    /// Two sections, the first page's and the main one, written at once (annex F).
    public let isLinearized: Bool
    /// A table with `/XRefStm`: two readers may see two documents in it (7.5.8.4).
    public var isHybrid: Bool { xrefKind == .table && trailer["XRefStm"] != nil }

    init(_ part: XRefPart, range: Range<Int>) {
        self.range = range
        startXref = part.offset
        xrefKind = part.kind
        entries = part.entries
        trailer = part.trailer
        subsections = part.subsections
        isLinearized = false
    }

    /// The first-page section is the newer one, though it stands first in the file.
    init(firstPage: XRefPart, main: XRefPart, end: Int) {
        range = 0..<end
        startXref = firstPage.offset
        xrefKind = firstPage.kind
        entries = main.entries.merging(firstPage.entries) { _, newer in newer }
        trailer = firstPage.trailer
        subsections = main.subsections
        isLinearized = true
    }
}
