/// A direct object (ISO 32000-2, 7.3). Streams are always indirect: see ``IndirectObject``.
public enum PDFObject: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case string([UInt8])
    case name(PDFName)
    case array([PDFObject])
    case dictionary(PDFDictionary)
    case reference(ObjectID)
}

/// What stands between `obj` and `endobj`.
public enum IndirectObject: Hashable, Sendable {
    case object(PDFObject)
    /// `body` is the range of the undecoded bytes in the file, from its start.
    case stream(PDFDictionary, body: Range<Int>)

    /// The object, or the stream's dictionary.
    public var value: PDFObject {
        switch self {
        case .object(let object): object
        case .stream(let dictionary, _): .dictionary(dictionary)
        }
    }

    /// The dictionary of a dictionary object or of a stream.
    public var dictionary: PDFDictionary? { value.dictionary }
}

extension PDFObject: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .real(value) }
    public init(arrayLiteral elements: PDFObject...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (PDFName, PDFObject)...) {
        self = .dictionary(PDFDictionary(elements))
    }
}
