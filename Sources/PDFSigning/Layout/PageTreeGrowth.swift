import PDFCore

/// Puts new pages behind all others: as kids of the root node, whose /Count alone grows.
struct PageTreeGrowth {
    /// The root node of the page tree, the parent of every new page.
    let root: ObjectID
    private let node: PDFDictionary
    private let kids: [PDFObject]
    private let pageCount: Int

    init(_ reader: PDFReader, pageCount: Int) throws {
        guard let id = try reader.catalog()["Pages"]?.reference,
            let node = try reader.optionalDictionary(.reference(id)),
            let kids = try reader.resolve(node["Kids"]).array
        else { throw SigningError.unsuitableBase("the page tree has no root node") }
        root = id
        self.node = node
        self.kids = kids
        self.pageCount = pageCount
    }

    func append(_ pages: [ObjectID], to update: inout IncrementalUpdate) {
        var grown = node
        grown["Kids"] = .array(kids + pages.map { .reference($0) })
        grown["Count"] = .integer(pageCount + pages.count)
        update.set(root, to: .dictionary(grown))
    }
}
