/// The phrases of one language.
///
/// Keys are dotted (`sign.title`), values fill `{placeholders}`. What a key says in each language
/// stands in `Catalogues`; tests hold that all languages have the same keys and placeholders.
public struct Words: Hashable, Sendable {
    /// BCP 47 primary subtag: `en`, `ko` or `ru`.
    public let tag: String

    /// The languages that there are.
    public static let tags = ["en", "ko", "ru"]

    /// A language that is not spoken here falls back to English.
    public init(_ tag: String) {
        self.tag = Self.tags.contains(tag) ? tag : "en"
    }

    /// A phrase without placeholders.
    public subscript(key: String) -> String {
        catalogue[key]?.text(count: nil, rule: PluralRule(tag)) ?? key
    }

    /// A phrase with its placeholders filled. The values are inserted as they are: whoever puts
    /// the phrase into HTML encodes the whole.
    public func callAsFunction(_ key: String, _ values: [String: String]) -> String {
        filled(self[key], values)
    }

    /// A phrase that depends on a number, which fills `{count}`.
    public func callAsFunction(
        _ key: String, count: Int, _ values: [String: String] = [:]
    ) -> String {
        let form = catalogue[key]?.text(count: count, rule: PluralRule(tag)) ?? key
        return filled(form, values.merging(["count": String(count)]) { given, _ in given })
    }

    /// Whether there is such a phrase.
    public func has(_ key: String) -> Bool { catalogue[key] != nil }

    var catalogue: Catalogue { Catalogue.of(tag) }
}
