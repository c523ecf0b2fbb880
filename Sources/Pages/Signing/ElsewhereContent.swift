import Domain
import Hummingbird
import Words

/// An identity provider has a page of its own. People go there by a link: a browser would hold a
/// redirect after a form against the form's own rule.
struct ElsewhereContent: Equatable, Sendable {
    let heading: String
    let text: String
    /// The provider's page.
    let provider: String
    /// Where the check is answered afterwards.
    let back: String
}

extension Visit {
    func elsewhere(_ address: String) -> Response {
        let (words, page) = (words(), "/sign/\(parameter("code"))")
        let heading = words["door.heading"]
        return reply(
            "elsewhere",
            ElsewhereContent(
                heading: heading, text: words["door.identity.elsewhere"], provider: address,
                back: "\(page)?sent=1#door"),
            title: heading, at: page, in: words)
    }
}
