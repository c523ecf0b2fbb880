extension PDFObject {
    public var asInteger: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// An integer or a real, as a real.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    public var name: PDFName? {
        if case .name(let value) = self { value } else { nil }
    }

    /// The bytes of a string.
    public var bytes: [UInt8]? {
        if case .string(let value) = self { value } else { nil }
    }

    public var array: [PDFObject]? {
        if case .array(let value) = self { value } else { nil }
    }

    public var dictionary: PDFDictionary? {
        if case .dictionary(let value) = self { value } else { nil }
    }

    public var reference: ObjectID? {
        if case .reference(let value) = self { value } else { nil }
    }

    public var isNull: Bool { self == .null }

    /// The text of a text string (ISO 32000-2, 7.9.2.2), nil if this is no string.
    public var textValue: String? { bytes.map(TextString.decode) }

    /// A text string holding `text`: ASCII where that suffices, else UTF-16BE with its mark.
    public static func text(_ text: String) -> PDFObject { .string(TextString.encode(text)) }

    /// An array of numbers, written as integers where they are whole.
    public static func numbers(_ values: [Double]) -> PDFObject {
        .array(values.map { PDFObject($0) })
    }

    /// A number: an integer if whole, else a real.
    public init(_ value: Double) {
        if let whole = Int(exactly: value) { self = .integer(whole) } else { self = .real(value) }
    }
}
