/// A text with places that are checked by form: `{guid}`, `{date7}`, `{date}`, `{int}`, `{hex}`,
/// `{base64}`, `{base32}`, `{token}`, `{uuid}`,
/// `{text}`; `{guid as doc}` also remembers what stood there, and `{doc}` says it
/// again.
struct Pattern {
    private enum Piece {
        case literal(String)
        case place(Form, name: String?)
        /// What the same text has remembered further to the left.
        case again(String)
    }

    enum Form: String {
        case guid, date7, date, int, hex, base64, base32, token, uuid, text

        func matches(_ text: Substring) -> Bool {
            switch self {
            case .guid: text.wholeMatch(of: /[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/) != nil
            case .date7:
                text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z/) != nil
            case .date: text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil
            case .int: Int32(text) != nil
            case .hex: text.wholeMatch(of: /[0-9A-F]+/) != nil
            case .base64: text.wholeMatch(of: /[A-Za-z0-9+\/]+=*/) != nil
            case .base32: text.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{26}/) != nil
            case .token: text.wholeMatch(of: /tamga_[0-9a-hjkmnp-tv-z]{58}/) != nil
            case .uuid: text.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil
            case .text: !text.isEmpty
            }
        }
    }

    private var pieces: [Piece] = []

    init(_ text: String, known: [String: String]) {
        var rest = text[...]
        while let match = rest.firstMatch(of: /\{([a-z0-9]+)(?: as ([a-z0-9]+))?\}/) {
            pieces.append(.literal(String(rest[..<match.range.lowerBound])))
            let word = String(match.1)
            if let value = known[word] {
                pieces.append(.literal(value))
            } else if let form = Form(rawValue: word) {
                pieces.append(.place(form, name: match.2.map(String.init)))
            } else {
                pieces.append(.again(word))
            }
            rest = rest[match.range.upperBound...]
        }
        pieces.append(.literal(String(rest)))
    }

    /// What was remembered; `nil` where the text does not match.
    func match(_ text: String) -> [String: String]? {
        var (rest, found) = (text[...], [String: String]())
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .again(let name):
                guard let value = found[name], rest.hasPrefix(value) else { return nil }
                rest = rest.dropFirst(value.count)
            case .literal(let literal):
                guard rest.hasPrefix(literal) else { return nil }
                rest = rest.dropFirst(literal.count)
            case .place(let form, let name):
                let end = next(after: index, in: rest) ?? rest.endIndex
                guard form.matches(rest[..<end]) else { return nil }
                if let name { found[name] = String(rest[..<end]) }
                rest = rest[end...]
            }
        }
        return rest.isEmpty ? found : nil
    }

    /// Where the literal after a place begins.
    private func next(after index: Int, in rest: Substring) -> Substring.Index? {
        guard index + 1 < pieces.count, case .literal(let literal) = pieces[index + 1],
            let first = literal.first
        else { return nil }
        return rest.firstIndex(of: first)
    }

    /// The text with what is known filled in.
    static func filled(_ text: String, _ known: [String: String]) -> String {
        known.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
