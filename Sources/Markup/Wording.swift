public import Mustache
public import Words

/// The phrases of a language as templates see them: `{{words.sign.submit}}`.
public struct Wording: Equatable, Sendable, MustacheParent {
    private let words: Words
    private let prefix: String

    public init(_ words: Words) {
        self.init(words, prefix: "")
    }

    private init(_ words: Words, prefix: String) {
        self.words = words
        self.prefix = prefix
    }

    /// A phrase, or what lies deeper below this part of its key.
    public func child(named name: String) -> Any? {
        let key = prefix + name
        return words.has(key) ? words[key] : Wording(words, prefix: key + ".")
    }
}
