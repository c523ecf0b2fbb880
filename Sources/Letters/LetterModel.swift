import Words

/// A letter in words: what its templates show.
struct LetterModel: Equatable, Sendable {
    struct Link: Equatable, Sendable {
        let label: String
        let address: String
        let fallback: String
    }

    struct Reason: Equatable, Sendable {
        let label: String
        let words: String
    }

    let language: String
    let subject: String
    let greeting: String
    let body: String
    let code: String?
    let reason: Reason?
    let link: Link?
    let notes: [String]

    init(_ content: LetterContent, to name: String, in words: Words) {
        let key = "letter.\(content.kind)"
        language = words.tag
        // A subject is a header: one line, whatever a name contains.
        subject =
            words("\(key).subject", content.values.mapValues { $0.shortened(to: 80) }).oneLine
        greeting = words("letter.greeting", ["name": name])
        body = words("\(key).body", content.values)
        code = content.code
        reason = content.reason.map { Reason(label: words["letter.reason"], words: $0) }
        link = content.link.map { address in
            Link(
                label: words[content.isFinished ? "letter.download" : "letter.open"],
                address: address, fallback: words["letter.fallback"])
        }
        notes = Self.notes(content, words)
    }

    private static func notes(_ content: LetterContent, _ words: Words) -> [String] {
        var notes: [String] = []
        if content.code != nil { notes.append(words["letter.codeLife"]) }
        if content.isPrivate { notes.append(words["letter.private"]) }
        if let author = content.values["author"] {
            notes.append(words("letter.sender", ["author": author]))
        } else {
            notes.append(words["letter.automatic"])
        }
        return notes
    }
}

extension String {
    var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The beginning, with an ellipsis in place of what does not fit.
    func shortened(to count: Int) -> String {
        self.count > count ? prefix(count - 1) + "…" : self
    }
}
