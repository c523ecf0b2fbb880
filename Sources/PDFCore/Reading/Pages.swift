/// A page with what it inherits (ISO 32000-2, 7.7.3).
public struct Page: Sendable {
    public let id: ObjectID
    /// As it stands in the file, without inherited entries.
    public let dictionary: PDFDictionary
    /// Own or inherited, unresolved; nil if there is none.
    public let resources: PDFObject?
    public let mediaBox: PDFRectangle
    /// The media box if the page states none.
    public let cropBox: PDFRectangle
    /// 0, 90, 180 or 270 degrees clockwise.
    public let rotation: Int
}

extension PDFReader {
    /// The pages in order; `prefix` ends the search after so many.
    ///
    /// Throws `syntax` for a tree with a circle or a direct kid, `limit` beyond the limit of pages.
    public func pages(
        asOf revision: Int? = nil, prefix: Int = .max
    ) throws(PDFError) -> [Page] {
        var pages: [Page] = []
        var walk = PageWalk(self, asOf: revision)
        try walk.begin()
        while pages.count < prefix, let page = try walk.next() {
            guard pages.count < limits.pages else {
                throw PDFError(.limit, "more than \(limits.pages) pages")
            }
            pages.append(page)
        }
        return pages
    }
}

/// Walks the page tree with a stack of its own, so that a deep tree cannot exhaust ours.
private struct PageWalk {
    private let reader: PDFReader
    private let revision: Int?
    private var pending: [(id: ObjectID, inherited: PDFDictionary)] = []
    private var visited: Set<ObjectID> = []
    private static let inheritable: [PDFName] = ["Resources", "MediaBox", "CropBox", "Rotate"]

    init(_ reader: PDFReader, asOf revision: Int?) {
        self.reader = reader
        self.revision = revision
    }

    mutating func begin() throws(PDFError) {
        guard let root = try reader.catalog(asOf: revision)["Pages"]?.reference else {
            throw PDFError(.missing, "no page tree")
        }
        pending = [(root, PDFDictionary())]
    }

    mutating func next() throws(PDFError) -> Page? {
        while let (id, inherited) = pending.popLast() {
            guard visited.insert(id).inserted else {
                throw PDFError(.syntax, "the page tree meets object \(id.number) twice")
            }
            guard visited.count <= 4 * reader.limits.pages else {
                throw PDFError(.limit, "too many nodes in the page tree")
            }
            let node = try reader.dictionary(.reference(id), asOf: revision)
            guard let kids = node["Kids"] else {
                try checkPage(id, node)
                return try page(id, node, inherited)
            }
            try push(kids, of: node, inherited)
        }
        return nil
    }

    /// Some readers go by /Type and some by /Kids; where the two disagree, pages would differ.
    private func checkPage(_ id: ObjectID, _ node: PDFDictionary) throws(PDFError) {
        guard try reader.resolve(node["Type"], asOf: revision).name == "Page", visited.count > 1
        else { throw PDFError(.syntax, "object \(id.number) is not a page of the tree") }
    }

    private mutating func push(
        _ kids: PDFObject, of node: PDFDictionary, _ inherited: PDFDictionary
    ) throws(PDFError) {
        var inherited = inherited
        for key in Self.inheritable { if let value = node[key] { inherited[key] = value } }
        guard let kids = try reader.resolve(kids, asOf: revision).array else {
            throw PDFError(.syntax, "/Kids is no array")
        }
        for kid in kids.reversed() {
            guard let id = kid.reference else {
                throw PDFError(.syntax, "a kid of the page tree is no reference")
            }
            pending.append((id, inherited))
        }
    }

    private func page(
        _ id: ObjectID, _ node: PDFDictionary, _ inherited: PDFDictionary
    ) throws(PDFError) -> Page {
        let media = try rectangle(node["MediaBox"] ?? inherited["MediaBox"]) ?? Self.letter
        let rotate = try reader.resolve(node["Rotate"] ?? inherited["Rotate"], asOf: revision)
        let quarters = (rotate.asInteger ?? 0) / 90 % 4
        return Page(
            id: id, dictionary: node, resources: node["Resources"] ?? inherited["Resources"],
            mediaBox: media,
            cropBox: try rectangle(node["CropBox"] ?? inherited["CropBox"]) ?? media,
            rotation: (quarters + 4) % 4 * 90)
    }

    /// US Letter, which every reader shows where the required box is absent.
    private static let letter = PDFRectangle(x: 0, y: 0, width: 612, height: 792)

    private func rectangle(_ object: PDFObject?) throws(PDFError) -> PDFRectangle? {
        guard var corners = try reader.resolve(object, asOf: revision).array else { return nil }
        guard corners.count == 4 else { return nil }
        for index in corners.indices {
            corners[index] = try reader.resolve(corners[index], asOf: revision)
        }
        return PDFRectangle(.array(corners))
    }
}
