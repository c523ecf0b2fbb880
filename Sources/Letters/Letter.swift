import Domain

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
            ("id", JSONString.quoted(id)), ("to", JSONString.quoted(to)),
            ("subject", JSONString.quoted(subject)), ("text", JSONString.quoted(text)),
            ("html", JSONString.quoted(html)),
            ("links", "[" + links.map(JSONString.quoted).joined(separator: ",") + "]"),
        ]
        if let code { members.append(("code", JSONString.quoted(code))) }
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }
}
