/// The part of JSON that the trail uses, serialised by RFC 8785: members sorted by UTF-16 code
/// units, no white space, the shortest escapes. Integers stay within ±2⁵³.
enum CanonicalJSON {
    case string(String)
    case integer(Int64)
    indirect case object([String: CanonicalJSON])

    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .integer(let value): text += String(value)
        case .string(let value): JSONString.append(value, to: &text)
        case .object(let members):
            var mark = "{"
            for (key, value) in members.sorted(by: Self.precedes) {
                text += mark
                JSONString.append(key, to: &text)
                text += ":"
                value.write(to: &text)
                mark = ","
            }
            text += members.isEmpty ? "{}" : "}"
        }
    }

    /// By UTF-16 code units.
    private static func precedes(
        _ left: (key: String, value: CanonicalJSON), _ right: (key: String, value: CanonicalJSON)
    ) -> Bool {
        left.key.utf16.lexicographicallyPrecedes(right.key.utf16)
    }
}
