public import struct FoundationEssentials.Data

/// What is entered into a field.
public enum FieldValue: Equatable, Codable, Sendable {
    /// A text, a chosen option, or a typed stamp; an empty one leaves the field empty.
    case text(String)
    case tick(Bool)
    /// A stamp's.
    case picture(FieldPicture)
    /// The same, as the archive keeps it.
    case stored(Blob)

    /// As the trail and the wires tell it; `nil` for a stamp's picture.
    public var text: String? {
        switch self {
        case .text(let text): text
        case .tick(let isTicked): isTicked ? "true" : "false"
        case .picture, .stored: nil
        }
    }
}

/// A picture that the ``PDFWorkshop`` has read from an upload, as the engines keep it.
public struct FieldPicture: Equatable, Codable, Sendable {
    public let data: Data
    /// Whose registered stamp it is; `nil` for anybody's upload.
    public internal(set) var company: String?

    public init(_ data: Data) { self.data = data }
}
