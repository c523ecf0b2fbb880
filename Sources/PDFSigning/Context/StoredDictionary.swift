import FoundationEssentials
public import PDFCore

/// A dictionary that is stored as the bytes a PDF would hold.
public struct StoredDictionary: Codable, Hashable, Sendable {
    public var value: PDFDictionary

    public init(_ value: PDFDictionary) { self.value = value }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bytes = [UInt8](try container.decode(Data.self))
        guard let dictionary = try PDFObject(parsing: bytes).dictionary else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a dictionary object")
        }
        value = dictionary
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Data(value.serialized))
    }
}
