/// The part of JSON that the trail uses, serialised by RFC 8785: members sorted by UTF-16 code
/// units, no white space, the shortest escapes. Integers stay within ±2⁵³.
enum CanonicalJSON {
    case string(String)
    case integer(Int64)
    indirect case object([String: CanonicalJSON])

    var text: String {
        switch self {
        case .integer(let value): String(value)
        case .string(let value): JSONString.quoted(value)
        case .object(let members):
            "{"
                + members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
                .map { "\(JSONString.quoted($0.key)):\($0.value.text)" }.joined(separator: ",")
                + "}"
        }
    }
}
