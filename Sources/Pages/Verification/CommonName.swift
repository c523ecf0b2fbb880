/// The name by which people know the holder of a certificate.
struct CommonName: Equatable, Sendable {
    let text: String

    /// - Parameter distinguishedName: as text (RFC 4514). Without a common name, all of it.
    init(of distinguishedName: String) {
        let parts = Self.parts(distinguishedName)
        let name = parts.first { $0.hasPrefix("CN=") }?.dropFirst(3)
        text = name.map { Self.unescaped($0) } ?? distinguishedName
    }

    /// Between the commas and plus signs that no backslash precedes.
    private static func parts(_ name: String) -> [String] {
        var parts = [""]
        var isEscaped = false
        for character in name {
            if !isEscaped, character == "," || character == "+" {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            isEscaped = !isEscaped && character == "\\"
        }
        return parts.map { String($0.drop { $0 == " " }) }
    }

    private static func unescaped(_ value: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in value {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
