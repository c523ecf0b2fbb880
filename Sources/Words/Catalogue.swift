import FoundationEssentials

/// What each key says in one language.
typealias Catalogue = [String: Phrase]

extension [String: Phrase] {
    /// Read once, when the first phrase is asked for.
    private static let all: [String: Catalogue] = [
        "en": read(PackageResources.en_json), "ko": read(PackageResources.ko_json),
        "ru": read(PackageResources.ru_json),
    ]

    static func of(_ tag: String) -> Catalogue { all[tag] ?? [:] }

    /// The catalogues are compiled in: one that is malformed is our own bug.
    private static func read(_ json: [UInt8]) -> Catalogue {
        do {
            return try JSONDecoder().decode(Catalogue.self, from: Data(json))
        } catch {
            preconditionFailure("malformed catalogue: \(error)")
        }
    }
}

/// One text, or one for each plural category of the language.
enum Phrase: Equatable, Decodable, Sendable {
    case plain(String)
    case plural([PluralCategory: String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .plain(text)
            return
        }
        let forms = try container.decode([String: String].self).map { name, text in
            guard let category = PluralCategory(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "no plural category: \(name)")
            }
            return (category, text)
        }
        self = .plural(Dictionary(uniqueKeysWithValues: forms))
    }

    /// Every text of the phrase.
    var forms: [String] {
        switch self {
        case .plain(let text): [text]
        case .plural(let forms): Array(forms.values)
        }
    }

    func text(count: Int?, rule: PluralRule) -> String? {
        switch self {
        case .plain(let text): text
        case .plural(let forms): forms[count.map(rule.category) ?? rule.categories[0]]
        }
    }
}
