/// Where an object stands (ISO 32000-2, 7.5.4 and 7.5.8.3).
public enum XRefEntry: Hashable, Sendable {
    case free
    /// From the start of the file, at `n g obj`.
    case plain(offset: Int, generation: Int)
    /// The `index`-th object of the object stream with that number.
    case compressed(stream: Int, index: Int)
}

/// One cross-reference section with its trailer and the `startxref` after it.
struct XRefPart {
    var offset: Int
    var kind: XRefKind
    var entries: [Int: XRefEntry] = [:]
    /// The numbers of each subsection of a table, in order of appearance.
    var subsections: [Range<Int>] = []
    var trailer = PDFDictionary()
    /// Where the section ends, before `startxref`.
    var end = 0
    /// Nil if no `startxref` follows the section.
    var closing: RevisionClosing?
}

/// The last lines of a revision.
struct RevisionClosing {
    /// The section that `startxref` names.
    var startXref: Int
    /// The byte after `%%EOF` and its end of line.
    var end: Int
}
