public import PDFCore

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
