extension ObjectParser {
    /// An integer or a real (ISO 32000-2, 7.3.3); an integer beyond 64 bits becomes a real.
    mutating func number() throws(PDFError) -> PDFObject {
        if let value = try natural() { return .integer(value) }
        let text = try regularCharacters(atMost: 64)
        var digits = text[...]
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") {
            digits = digits.dropFirst()
        }
        let points = digits.count { $0 == UInt8(ascii: ".") }
        guard digits.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
            digits.count > points, points <= 1
        else { throw trouble("a malformed number") }
        let string = String(decoding: text, as: UTF8.self)
        if points == 0, let value = Int(string) { return .integer(value) }
        return .real(Self.real(string))
    }

    /// Most numbers are a few digits and nothing else.
    private mutating func natural() throws(PDFError) -> Int? {
        try cursor.run(of: \.isRegular, atMost: 15) { digits in
            guard !digits.isEmpty else { return nil }
            var value = 0
            for byte in digits {
                guard byte.isDigit else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
    }

    /// `5.` and `.5` are numbers in PDF, but not in Swift.
    private static func real(_ text: String) -> Double {
        let sign = text.hasPrefix("-") ? -1.0 : 1.0
        let digits = text.drop { $0 == "-" || $0 == "+" }
        return sign * (Double("0" + digits + (digits.hasSuffix(".") ? "0" : "")) ?? 0)
    }

    /// Two integers and `R` are a reference; anything else is the first number alone.
    mutating func numberOrReference() throws(PDFError) -> PDFObject {
        let first = try number()
        guard let number = first.asInteger, number < 1 << 31 else { return first }
        let afterFirst = cursor.position
        if let generation = try generationOfReference() {
            return .reference(ObjectID(number, generation))
        }
        cursor.seek(to: afterFirst)
        return first
    }

    private mutating func generationOfReference() throws(PDFError) -> Int? {
        try cursor.skipWhitespaceAndComments()
        guard let byte = try cursor.peek(), byte.isDigit else { return nil }
        guard let generation = try natural(), generation <= 65_535 else { return nil }
        try cursor.skipWhitespaceAndComments()
        guard try cursor.take("R") else { return nil }
        if let next = try cursor.peek(), next.isRegular { return nil }
        return generation
    }
}
