/// Text as a JSON string.
public enum JSONString {
    /// With the shortest escapes (RFC 8785 §3.2.2.2), so that equal texts have equal bytes; all
    /// that need not be escaped stays as it is.
    public static func quoted(_ value: String) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    /// The same at the end of a longer text.
    static func append(_ value: String, to text: inout String) {
        text += "\""
        if isPlain(value) {
            text += value
        } else {
            for scalar in value.unicodeScalars { append(scalar, to: &text) }
        }
        text += "\""
    }

    /// Whether nothing in it needs an escape.
    public static func isPlain(_ value: String) -> Bool {
        !value.utf8.contains(where: needsEscape)
    }

    /// RFC 8259 §7: quotation mark, reverse solidus and controls.
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\u{8}": text += "\\b"
        case "\t": text += "\\t"
        case "\n": text += "\\n"
        case "\u{C}": text += "\\f"
        case "\r": text += "\\r"
        case "\0"..<" ": text += "\\u00" + hexadecimal([UInt8(scalar.value)])
        default: text.unicodeScalars.append(scalar)
        }
    }
}
