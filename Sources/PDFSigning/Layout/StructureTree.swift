import PDFCore

/// The logical structure of a document (ISO 32000-2, 14.7), as far as its shape goes.
struct StructureTree {
    private let reader: PDFReader
    private var pending: [PDFObject?]
    private var visited: Set<ObjectID> = []

    /// Honest trees are larger; what is broken shows early.
    private static let nodeLimit = 20_000

    init(_ root: PDFObject, in reader: PDFReader) {
        self.reader = reader
        pending = [root]
    }

    /// Whether no element meets itself again: some validators follow the tree and give up there.
    mutating func isTree() throws(PDFError) -> Bool {
        while let next = pending.popLast(), visited.count < Self.nodeLimit {
            if let id = next?.reference, !visited.insert(id).inserted { return false }
            let node = try reader.resolve(next)
            if let kids = node.array {
                pending += kids.map(Optional.some)
            } else if let element = node.dictionary, Self.hasKids(element) {
                pending.append(element["K"])
            }
        }
        return true
    }

    /// References to marked content and to objects are leaves (14.7.5), which may be met again.
    private static func hasKids(_ element: PDFDictionary) -> Bool {
        element["K"] != nil && !["MCR", "OBJR"].contains(element["Type"]?.name)
    }
}
