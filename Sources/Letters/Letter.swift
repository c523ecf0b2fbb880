/// A mail as it is handed over: to the spool, and from there to SMTP.
public struct Letter: Equatable, Codable, Sendable {
    /// The id of the job that owes it; stays the same however often it is tried.
    public let id: String
    public let to: String
    public let subject: String
    public let text: String
    public let html: String
    /// Every address in the letter, for people without a mail reader.
    public let links: [String]
    /// The one-time code in the letter, where it brings one.
    public let code: String?

    /// One line of JSON with the members in the order of this type; `code` only where there is
    /// one (contract CLI, `mail list`).
    public var json: String {
        var members = [
            ("id", Self.quoted(id)), ("to", Self.quoted(to)), ("subject", Self.quoted(subject)),
            ("text", Self.quoted(text)), ("html", Self.quoted(html)),
            ("links", "[" + links.map(Self.quoted).joined(separator: ",") + "]"),
        ]
        if let code { members.append(("code", Self.quoted(code))) }
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    /// RFC 8259 §7: quotes, backslashes and control characters escaped, all else as it is.
    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
