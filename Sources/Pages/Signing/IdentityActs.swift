import Domain
import HTTPCommon

/// A check of identity at a link's door: `/sign/{code}/identity/begin` and `/sign/{code}/identity`.
struct IdentityActs: Sendable {
    let site: Site

    func add(_ post: (String, @escaping SigningRoutes.Act) -> Void) {
        post("identity/begin") { visit, form in
            switch try await VerifyIdentity(site.ports).begin(kind(form), visit.link) {
            case .code, .elsewhere(page: nil): .page("?sent=1#door")
            case .elsewhere(let page?): .elsewhere(page)
            }
        }
        post("identity") { visit, form in
            let answer = IdentityAnswer(
                name: try form.fields.first("name") ?? "",
                code: try form.fields.first("code") ?? "")
            return .unlocked(
                pass: try await VerifyIdentity(site.ports).confirm(
                    kind(form), answer, visit.link
                ).pass)
        }
    }

    private func kind(_ form: SentForm) throws(Refusal) -> IdentityCheck.Kind {
        guard let kind = IdentityCheck.Kind(rawValue: try form.fields.first("kind") ?? "") else {
            throw .accessRequired
        }
        return kind
    }
}
