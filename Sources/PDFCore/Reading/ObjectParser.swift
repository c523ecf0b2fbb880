/// Reads direct objects (ISO 32000-2, 7.3), strictly, nested no deeper than the limit.
struct ObjectParser {
    var cursor: ByteCursor
    private let limits: PDFLimits
    private var elements = 0
    /// Of an array: a reference or two, a rectangle.
    private static let usualCount = 4

    init(_ source: any ByteSource, at position: Int = 0, limits: PDFLimits) {
        cursor = ByteCursor(source, at: position)
        self.limits = limits
    }

    /// The object at the cursor, after white space.
    mutating func object() throws(PDFError) -> PDFObject { try object(depth: 0) }

    func trouble(_ reason: String) -> PDFError {
        PDFError(.syntax, reason, offset: cursor.position)
    }

    private mutating func object(depth: Int) throws(PDFError) -> PDFObject {
        guard depth <= limits.depth else {
            throw PDFError(.limit, "nested too deeply", offset: cursor.position)
        }
        try cursor.skipWhitespaceAndComments()
        guard let byte = try cursor.peek() else { throw trouble("the file ends in an object") }
        switch byte {
        case UInt8(ascii: "/"): return .name(try name())
        case UInt8(ascii: "("): return .string(try literalString())
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "<"): return try dictionaryOrString(depth: depth)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return try number()
        case _ where byte.isDigit: return try numberOrReference()
        default: return try keyword()
        }
    }

    private mutating func countElement() throws(PDFError) {
        elements += 1
        guard elements <= limits.elements else {
            throw PDFError(.limit, "too many elements in one object", offset: cursor.position)
        }
    }

    private mutating func array(depth: Int) throws(PDFError) -> [PDFObject] {
        cursor.advance()
        var elements: [PDFObject] = []
        while true {
            try cursor.skipWhitespaceAndComments()
            if try cursor.peek() == UInt8(ascii: "]") {
                cursor.advance()
                return elements
            }
            try countElement()
            if elements.isEmpty { elements.reserveCapacity(Self.usualCount) }
            elements.append(try object(depth: depth + 1))
        }
    }

    private mutating func dictionaryOrString(depth: Int) throws(PDFError) -> PDFObject {
        guard try cursor.take("<<") else { return .string(try hexadecimalString()) }
        var dictionary = PDFDictionary()
        while true {
            try cursor.skipWhitespaceAndComments()
            guard try cursor.peek() == UInt8(ascii: "/") else {
                guard try cursor.take(">>") else { throw trouble("a key expected") }
                return .dictionary(dictionary)
            }
            try countElement()
            let key = try name()
            dictionary.append(key, try object(depth: depth + 1))
        }
    }

    private mutating func keyword() throws(PDFError) -> PDFObject {
        let word = try regularCharacters(atMost: 8)
        switch String(decoding: word, as: UTF8.self) {
        case "true": return true
        case "false": return false
        case "null": return .null
        default: throw trouble("an object expected")
        }
    }

    mutating func regularCharacters(atMost limit: Int) throws(PDFError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = try cursor.peek(), byte.isRegular, bytes.count < limit {
            bytes.append(byte)
            cursor.advance()
        }
        return bytes
    }
}

extension PDFObject {
    /// Reads one direct object from the beginning of `bytes`; what follows it is not looked at.
    ///
    /// Throws `syntax` or `limit`.
    public init(parsing bytes: [UInt8], limits: PDFLimits = PDFLimits()) throws(PDFError) {
        var parser = ObjectParser(MemorySource(bytes), limits: limits)
        self = try parser.object()
    }
}
