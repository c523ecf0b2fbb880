/// The part of JSON that the trail uses, serialised by RFC 8785: members sorted by UTF-16 code
/// units, no white space, the shortest escapes. Integers stay within ±2⁵³.
enum CanonicalJSON {
    case string(String)
    case integer(Int64)
    indirect case object([String: CanonicalJSON])

    var text: String {
        switch self {
        case .integer(let value): String(value)
        case .string(let value): Self.quoted(value)
        case .object(let members):
            "{"
                + members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
                .map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }

    /// RFC 8785 §3.2.2.2.
    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\r": text += "\\r"
            case "\0"..<" ":
                text += "\\u00" + hexadecimal([UInt8(scalar.value)])
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
