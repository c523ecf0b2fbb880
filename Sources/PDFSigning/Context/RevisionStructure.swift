public import PDFCore
public import PDFText

/// What a later update needs to know of a revision's objects.
public struct RevisionStructure: Codable, Hashable, Sendable {
    /// Length, cross-reference, root and identifier.
    public var tail: RevisionTail
    /// The signature fields without a signature, in the form's order.
    public var signatureFields: [OpenField]
    /// The other fields that may still be filled, in the form's order.
    public var formFields: [OpenField]
    public var catalog: StoredObject
    /// Nil where the form is not an indirect object of its own.
    public var acroForm: StoredObject?
    /// Nil for a document without pages.
    public var firstPage: StoredObject?
    /// The fonts embedded so far. They only save bytes: an empty shelf embeds its glyphs anew.
    public var fonts: FontShelf

    public init(
        tail: RevisionTail, signatureFields: [OpenField], formFields: [OpenField] = [],
        catalog: StoredObject, acroForm: StoredObject?, firstPage: StoredObject?, fonts: FontShelf
    ) {
        self.tail = tail
        self.signatureFields = signatureFields
        self.formFields = formFields
        self.catalog = catalog
        self.acroForm = acroForm
        self.firstPage = firstPage
        self.fonts = fonts
    }

    /// Removes and returns the open signature field of this name.
    mutating func takeSignatureField(named name: String) throws(SigningError) -> OpenField {
        guard let index = signatureFields.firstIndex(where: { $0.name == name }) else {
            throw .noOpenField(name)
        }
        return signatureFields.remove(at: index)
    }
}

/// An object by its number, with its current content.
public struct StoredObject: Codable, Hashable, Sendable {
    public var id: ObjectID
    public var dictionary: StoredDictionary

    public init(_ id: ObjectID, _ dictionary: PDFDictionary) {
        self.id = id
        self.dictionary = StoredDictionary(dictionary)
    }
}

/// A field, merged with its widget, that nobody has filled.
public struct OpenField: Codable, Hashable, Sendable {
    /// The fully qualified name.
    public var name: String
    public var id: ObjectID
    /// The field's dictionary without its value and appearance.
    public var dictionary: StoredDictionary
    /// The widget's place on its page, in points; empty for an invisible one.
    public var rect: PDFRectangle
    /// The page that the field names as its own.
    public var page: ObjectID?

    public init(name: String, id: ObjectID, dictionary: PDFDictionary) {
        var blank = dictionary
        blank["V"] = nil
        blank["AP"] = nil
        self.name = name
        self.id = id
        self.dictionary = StoredDictionary(blank)
        rect = PDFRectangle(dictionary["Rect"]) ?? PDFRectangle(x: 0, y: 0, width: 0, height: 0)
        page = dictionary["P"]?.reference
    }

    public var isVisible: Bool { !rect.isEmpty }
}
