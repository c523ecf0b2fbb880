extension PDFObject {
    /// The bytes of this object as written in a file (ISO 32000-2, 7.3).
    public var serialized: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// Appends this object to `bytes`.
    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes.append(decimal: value)
        case .real(let value): bytes += Decimal.text(value).utf8
        case .string(let value): StringWriting.write(value, to: &bytes)
        case .name(let value): value.write(to: &bytes)
        case .array(let elements): Self.write(elements, to: &bytes)
        case .dictionary(let value): value.write(to: &bytes)
        case .reference(let id):
            bytes.append(decimal: id.number)
            bytes.append(0x20)
            bytes.append(decimal: id.generation)
            bytes += [0x20, UInt8(ascii: "R")]
        }
    }

    private static func write(_ elements: [PDFObject], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: " ")) }
            element.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

extension PDFDictionary {
    /// Appends this dictionary to `bytes`, keys in their order.
    public func write(to bytes: inout [UInt8]) {
        bytes += "<<".utf8
        for (key, value) in self {
            key.write(to: &bytes)
            if value.needsSpaceAfterName { bytes.append(UInt8(ascii: " ")) }
            value.write(to: &bytes)
        }
        bytes += ">>".utf8
    }

    public var serialized: [UInt8] { PDFObject.dictionary(self).serialized }
}

extension PDFObject {
    /// Strings, names, arrays and dictionaries begin with a delimiter of their own.
    fileprivate var needsSpaceAfterName: Bool {
        switch self {
        case .string, .name, .array, .dictionary: false
        default: true
        }
    }
}

extension PDFName {
    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "/"))
        var text = text
        let isPlain = text.withUTF8 { characters in
            guard characters.allSatisfy(\.isPlainInName) else { return false }
            bytes.append(contentsOf: characters)
            return true
        }
        if !isPlain { writeEscaped(to: &bytes) }
    }

    private func writeEscaped(to bytes: inout [UInt8]) {
        for byte in self.bytes {
            if byte.isPlainInName {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "#"))
                bytes += Hexadecimal.digits(byte)
            }
        }
    }
}

extension UInt8 {
    /// Whether it stands for itself in a name that is written.
    fileprivate var isPlainInName: Bool {
        isRegular && self > 0x20 && self < 0x7F && self != UInt8(ascii: "#")
    }
}
