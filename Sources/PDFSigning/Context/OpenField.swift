import FoundationEssentials
public import PDFCore

/// A field, merged with its widget, that nobody has filled.
public struct OpenField: Hashable, Sendable {
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

/// Coded as the bytes of a PDF array of number, generation, name and dictionary: a document can
/// have hundreds, and whoever signs reads them all.
extension OpenField: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bytes = [UInt8](try container.decode(Data.self))
        guard let parts = try PDFObject(parsing: bytes).array, parts.count == 4,
            let number = parts[0].asInteger, let generation = parts[1].asInteger,
            let name = parts[2].textValue, let dictionary = parts[3].dictionary
        else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a field")
        }
        self.init(name: name, id: ObjectID(number, generation), dictionary: dictionary)
    }

    public func encode(to encoder: any Encoder) throws {
        let parts: PDFObject = [
            .integer(id.number), .integer(id.generation), .text(name),
            .dictionary(dictionary.value),
        ]
        var container = encoder.singleValueContainer()
        try container.encode(Data(parts.serialized))
    }
}
