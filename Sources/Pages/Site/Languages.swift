import Domain
import HTTPTypes
import Hummingbird

/// In which language somebody wants to read.
struct LanguageWish: Equatable, Sendable {
    /// By the address or, from then on, by the cookie.
    let chosen: Language?
    /// The best of `Accept-Language` that we speak.
    let accepted: Language?
    /// The server's own.
    var fallback = Language.english

    /// A choice wins, then what is known of the person and the document, then the browser, then
    /// the server's setting.
    func language(knowing known: Language?) -> Language {
        chosen ?? known ?? accepted ?? fallback
    }
}

extension LanguageWish {
    init(_ request: Request, cookie: String, fallback: Language) {
        let asked = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        let remembered = request.cookies[cookie].flatMap { Language(rawValue: $0.value) }
        self.init(
            chosen: asked ?? remembered,
            accepted: Self.accepted(request.headers[.acceptLanguage] ?? ""), fallback: fallback)
    }

    /// RFC 9110 §12.5.4: ranges with weights; the first of equal weight wins.
    static func accepted(_ field: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for range in field.prefix(500).split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let subtag = parts.first?.split(separator: "-").first,
                let language = Language(rawValue: subtag.lowercased())
            else { continue }
            let weight =
                parts.dropFirst().first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}

extension Language {
    /// The language's own name, by which its speakers find it.
    var ownName: String {
        switch self {
        case .english: "English"
        case .korean: "한국어"
        case .russian: "Русский"
        }
    }
}
