/// A header value of the form `value; name=parameter; …` (RFC 9110 §5.6.6), as `Content-Type` and
/// `Content-Disposition` are.
public struct ParameterizedValue: Equatable, Sendable {
    /// Lower case.
    public let value: String
    /// By lower-case name, the first of each.
    public let parameters: [String: String]

    public init(_ field: String) {
        var scanner = ParameterScanner(field)
        value = scanner.token().lowercased()
        var parameters: [String: String] = [:]
        while let (name, value) = scanner.parameter() {
            if parameters[name] == nil { parameters[name] = value }
        }
        self.parameters = parameters
    }
}

/// Walks over the parameters. Browsers write names as they are between the quotes: only `\"` and
/// `\\` are escapes, so that a Windows path survives (RFC 9110 §5.6.4, WHATWG HTML §4.10.22.8).
/// Scalars, not characters: a combining mark after a quote would hide it.
private struct ParameterScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    /// Up to the next `;`.
    mutating func token() -> String {
        let token = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(token.count)
        return Self.trimmed(token)
    }

    mutating func parameter() -> (String, String)? {
        rest = rest.drop { $0 == ";" || Self.isBlank($0) }
        let name = rest.prefix { $0 != "=" && $0 != ";" }
        guard !name.isEmpty else { return nil }
        rest = rest.dropFirst(name.count)
        guard rest.first == "=" else { return (Self.trimmed(name).lowercased(), "") }
        rest = rest.dropFirst().drop(while: Self.isBlank)
        let value = rest.first == "\"" ? quoted() : token()
        return (Self.trimmed(name).lowercased(), value)
    }

    private mutating func quoted() -> String {
        rest.removeFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            if scalar == "\\", let next = rest.first, next == "\"" || next == "\\" {
                rest.removeFirst()
                value.append(next)
            } else {
                value.append(scalar)
            }
        }
        _ = token()
        return String(value)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t"
    }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
        let start = text.drop(while: isBlank)
        let end = start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex
        return String(start[..<end])
    }
}
