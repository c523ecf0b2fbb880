/// The categories that our languages have (Unicode CLDR, plural rules for whole numbers).
enum PluralCategory: String, Hashable, Sendable {
    case one, few, many, other
}

/// How a language chooses among the forms of a phrase.
enum PluralRule {
    case english, korean, russian

    init(_ tag: String) {
        switch tag {
        case "ko": self = .korean
        case "ru": self = .russian
        default: self = .english
        }
    }

    /// The forms that every plural phrase of the language must have.
    var categories: [PluralCategory] {
        switch self {
        case .english: [.one, .other]
        case .korean: [.other]
        case .russian: [.one, .few, .many]
        }
    }

    func category(of count: Int) -> PluralCategory {
        switch self {
        case .english: count.magnitude == 1 ? .one : .other
        case .korean: .other
        case .russian: Self.russianCategory(count.magnitude)
        }
    }

    private static func russianCategory(_ count: UInt) -> PluralCategory {
        let isTeen = (11...14).contains(count % 100)
        switch count % 10 {
        case 1 where !isTeen: return .one
        case 2...4 where !isTeen: return .few
        default: return .many
        }
    }
}
