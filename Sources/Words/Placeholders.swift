/// `{name}` replaced by its value, in one pass: a value that looks like a placeholder stays as it
/// is, and so does a placeholder without a value.
func filled(_ phrase: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        text += rest[..<open]
        let name = rest[rest.index(after: open)..<close]
        text += values[String(name)] ?? String(rest[open...close])
        rest = rest[rest.index(after: close)...]
    }
    return text + rest
}

/// The names between braces.
func placeholders(in phrase: String) -> Set<String> {
    var names: Set<String> = []
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        names.insert(String(rest[rest.index(after: open)..<close]))
        rest = rest[rest.index(after: close)...]
    }
    return names
}
