import Domain
import HTTPTypes
import Hummingbird
import Words

/// "Send me my link": what a document's address shows to whoever is not signed in. It is the same
/// for every id, so that nobody learns which documents there are.
struct LinkOfferContent: Equatable, Sendable {
    let address: String
    let login: String
    let isSent: Bool
    let emailProblem: String?
    let alert: String?
}

extension Visit {
    func linkOffer(_ id: DocumentID, refused note: RefusalNote? = nil) -> Response {
        let (words, address) = (words(), "/documents/\(id)")
        let isAboutEmail = note?.place == .email
        return reply(
            "link",
            LinkOfferContent(
                address: address, login: "/login?next=\(address)",
                isSent: request.method == .get && request.uri.queryParameters["sent"] != nil,
                emailProblem: isAboutEmail ? note?.text : nil,
                alert: isAboutEmail ? nil : note?.text),
            title: words["link.title"], at: address, in: words, status: note?.status ?? .ok,
            retryAfterSeconds: note?.retryAfterSeconds)
    }

    /// Signing in leads back here.
    func toLogin() -> Response {
        seeOther("/login?next=\(ReturnAddress(request.uri.path).path)")
    }
}
