import Domain
import Markup

/// A page: its frame, and what is particular to it.
struct Page<Content: Equatable & Sendable>: Equatable, Sendable {
    let shell: Shell
    let words: Wording
    let content: Content
}

/// The frame of every page.
struct Shell: Equatable, Sendable {
    struct LanguageLink: Equatable, Sendable {
        let tag: String
        let name: String
        let isCurrent: Bool
    }

    let language: String
    let title: String
    /// The page's own address, which language links repeat.
    let address: String
    let stylesheet: String
    let script: String
    let languages: [LanguageLink]
    /// For the hidden field of every form.
    let token: String
    /// E-mail of whoever is signed in.
    let user: String?
}

extension Shell {
    init(_ visit: Visit, title: String, address: String, language tag: String) {
        self.init(
            language: tag, title: title, address: address,
            stylesheet: visit.site.assets.stylesheet.address,
            script: visit.site.assets.script.address,
            languages: Language.allCases.map {
                LanguageLink(tag: $0.rawValue, name: $0.ownName, isCurrent: $0.rawValue == tag)
            },
            token: visit.visitor.token, user: visit.user?.email.text)
    }
}
