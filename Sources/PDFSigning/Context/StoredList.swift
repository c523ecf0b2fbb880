import FoundationEssentials
public import PDFCore

/// An array that is an object of its own, with its current elements.
public struct StoredList: Hashable, Sendable {
    public var id: ObjectID
    public var elements: [PDFObject]

    public init(_ id: ObjectID, _ elements: [PDFObject]) {
        self.id = id
        self.elements = elements
    }

    /// Appends a reference and writes the array anew.
    mutating func append(_ object: ObjectID, in update: inout IncrementalUpdate) {
        elements.append(.reference(object))
        update.set(id, to: .array(elements))
    }
}

/// The elements are coded as the bytes a PDF would hold.
extension StoredList: Codable {
    private enum CodingKeys: CodingKey { case id, elements }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ObjectID.self, forKey: .id)
        let bytes = [UInt8](try container.decode(Data.self, forKey: .elements))
        guard let elements = try PDFObject(parsing: bytes).array else {
            throw DecodingError.dataCorruptedError(
                forKey: .elements, in: container, debugDescription: "not an array object")
        }
        self.elements = elements
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(Data(PDFObject.array(elements).serialized), forKey: .elements)
    }
}
