/// A field of the interactive form (ISO 32000-2, 12.7.4) that holds a value of its own.
public struct FormField: Sendable {
    public let id: ObjectID
    /// The partial names from the root down, joined by full stops.
    public let name: String
    /// `/Tx`, `/Btn`, `/Ch` or `/Sig`, own or inherited.
    public let type: PDFName?
    /// `/Ff`, own or inherited.
    public let flags: Int
    /// `/V`, own or inherited, unresolved.
    public let value: PDFObject?
    /// As it stands in the file, without inherited entries.
    public let dictionary: PDFDictionary
    /// The widgets, the field itself if the two are merged in one dictionary.
    public let widgets: [ObjectID]

    public var isMerged: Bool { widgets == [id] }
}

extension PDFReader {
    /// The form's dictionary, and its number if it is an object of its own; nil without a form.
    public func acroForm(
        asOf revision: Int? = nil
    ) throws(PDFError) -> (id: ObjectID?, dictionary: PDFDictionary)? {
        guard let form = try catalog(asOf: revision)["AcroForm"] else { return nil }
        guard let dictionary = try resolve(form, asOf: revision).dictionary else { return nil }
        return (form.reference, dictionary)
    }

    /// Every terminal field, in order.
    ///
    /// Throws `syntax` for a tree with a circle or a direct field, `limit` beyond the limits.
    public func fields(asOf revision: Int? = nil) throws(PDFError) -> [FormField] {
        guard let form = try acroForm(asOf: revision)?.dictionary else { return [] }
        var walk = FieldWalk(self, asOf: revision)
        return try walk.fields(form["Fields"])
    }
}

private struct FieldWalk {
    private struct Node {
        var id: ObjectID
        var name: String?
        var inherited: PDFDictionary
        var depth: Int
    }

    private let reader: PDFReader
    private let revision: Int?
    private var pending: [Node] = []
    private var visited: Set<ObjectID> = []
    private var found: [FormField] = []
    private var kidCount = 0

    init(_ reader: PDFReader, asOf revision: Int?) {
        self.reader = reader
        self.revision = revision
    }

    mutating func fields(_ roots: PDFObject?) throws(PDFError) -> [FormField] {
        let roots = try identifiers(roots)
        pending = roots.reversed().map {
            Node(id: $0, name: nil, inherited: PDFDictionary(), depth: 0)
        }
        while let node = pending.popLast() { try visit(node) }
        return found
    }

    private func identifiers(_ object: PDFObject?) throws(PDFError) -> [ObjectID] {
        var ids: [ObjectID] = []
        for element in try reader.resolve(object, asOf: revision).array ?? [] {
            guard let id = element.reference else {
                throw PDFError(.syntax, "a form field that is no object of its own")
            }
            ids.append(id)
        }
        return ids
    }

    private mutating func visit(_ node: Node) throws(PDFError) {
        guard visited.insert(node.id).inserted else {
            throw PDFError(.syntax, "the form meets object \(node.id.number) twice")
        }
        guard visited.count <= reader.limits.fields, node.depth <= reader.limits.depth else {
            throw PDFError(.limit, "too many or too deep form fields")
        }
        let object = try reader.resolve(.reference(node.id), asOf: revision)
        // A reference to nothing is a null, which a list may hold.
        guard let dictionary = object.dictionary else { return }
        try visit(dictionary, node)
    }

    private mutating func visit(_ dictionary: PDFDictionary, _ node: Node) throws(PDFError) {
        let name = try fullName(dictionary, under: node.name)
        var inherited = node.inherited
        for key in ["FT", "Ff", "V"] as [PDFName] {
            if let value = dictionary[key] { inherited[key] = value }
        }
        let kids = try identifiers(dictionary["Kids"])
        let fields = try namedOnes(kids)
        guard fields.isEmpty else {
            pending += fields.reversed().map {
                Node(id: $0, name: name, inherited: inherited, depth: node.depth + 1)
            }
            return
        }
        try append(node.id, name ?? "", dictionary, inherited, widgets: kids)
    }

    private func fullName(
        _ dictionary: PDFDictionary, under parent: String?
    ) throws(PDFError) -> String? {
        guard let own = try reader.resolve(dictionary["T"], asOf: revision).textValue else {
            return parent
        }
        return parent.map { "\($0).\(own)" } ?? own
    }

    /// A kid with a partial name is a field, one without is a widget of its parent.
    private mutating func namedOnes(_ kids: [ObjectID]) throws(PDFError) -> [ObjectID] {
        kidCount += kids.count
        guard kidCount <= 4 * reader.limits.fields else {
            throw PDFError(.limit, "too many widgets")
        }
        var named: [ObjectID] = []
        for kid in kids {
            let object = try reader.resolve(.reference(kid), asOf: revision)
            if object.dictionary?["T"] != nil { named.append(kid) }
        }
        return named
    }

    private mutating func append(
        _ id: ObjectID, _ name: String, _ dictionary: PDFDictionary, _ inherited: PDFDictionary,
        widgets: [ObjectID]
    ) throws(PDFError) {
        let isWidget = dictionary["Subtype"]?.name == "Widget"
        found.append(
            FormField(
                id: id, name: name,
                type: try reader.resolve(inherited["FT"], asOf: revision).name,
                flags: try reader.resolve(inherited["Ff"], asOf: revision).asInteger ?? 0,
                value: inherited["V"], dictionary: dictionary,
                widgets: widgets.isEmpty && isWidget ? [id] : widgets))
    }
}
