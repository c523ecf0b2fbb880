import Domain

/// A mail or a message to a phone as it is handed over: to the spool, to a mail server or a gateway.
public struct Letter: Equatable, Codable, Sendable {
    /// The id of the job that owes it; stays the same however often it is tried.
    public let id: String
    /// An e-mail address, or the digits of a phone.
    public let to: String
    /// Messages to phones have none.
    public let subject: String?
    public let text: String
    /// Messages to phones have none.
    public let html: String?
    /// Every address in the letter, for people without a mail reader.
    public let links: [String]
    /// The one-time code in the letter, where it brings one.
    public let code: String?

    public init(
        id: String, to: String, subject: String? = nil, text: String, html: String? = nil,
        links: [String], code: String?
    ) {
        self.id = id
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.links = links
        self.code = code
    }

    /// In a list: the subject, or how a message to a phone begins.
    public var heading: String { subject ?? String(text.prefix { !$0.isNewline }) }

    /// One line of JSON with the members in the order of this type, those that there are (contract
    /// CLI, `mail list`).
    public var json: String {
        let members = [
            ("id", JSONString.quoted(id)), ("to", JSONString.quoted(to)),
            ("subject", subject.map(JSONString.quoted)), ("text", JSONString.quoted(text)),
            ("html", html.map(JSONString.quoted)),
            ("links", "[" + links.map(JSONString.quoted).joined(separator: ",") + "]"),
            ("code", code.map(JSONString.quoted)),
        ]
        let present = members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
        return "{" + present.joined(separator: ",") + "}"
    }
}
