import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Words

/// `/sign/{code}`: the page, and what its forms do.
struct SigningRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/sign/:code") { request, context in
            try await show(site.visit(request, context))
        }
        router.get("/linkUrl") { request, _ in
            Response(status: .seeOther, headers: [.location: "/sign/\(linkCode(request.uri))"])
        }
        post("code", to: router) { code, _, _ in
            _ = try await RequestSigningCode(site.ports)(LinkVisit(code: code))
            return "?sent=1#sign"
        }
        post("sign", to: router, sign)
        post("decline", to: router) { code, form, _ in
            _ = try await DeclineDocument(site.ports)(LinkVisit(code: code), reason: form.first("reason") ?? "")
            return ""
        }
        post("opened", to: router) { code, _, _ in
            _ = try await RecordOpening(site.ports)(LinkVisit(code: code))
            return ""
        }
    }

    /// Carries out a form. The result is what follows the page's address.
    private typealias Act = @Sendable (String, QueryItems, Visit) async throws -> String

    private func post(
        _ action: String, to router: some RouterMethods<TamgaContext>, _ act: @escaping Act
    ) {
        router.post("/sign/:code/\(action)") { request, context in
            let visit = try await site.visit(request, context)
            let code = visit.parameter("code")
            var form: QueryItems?
            do {
                let fields = try await visit.form()
                form = fields
                return visit.seeOther("/sign/\(code)" + (try await act(code, fields, visit)))
            } catch {
                return try await showAgain(after: error, form, visit)
            }
        }
    }

    private func sign(_ code: String, _ form: QueryItems, _ visit: Visit) async throws -> String {
        guard let oneTimeCode = try form.first("code") else {
            throw Refusal.invalid(path: "code", .missing)
        }
        let rules = ConsentRules(visit.words())
        _ = try await SignOnPage(site.ports)(
            SignOnPage.Command(
                visit: LinkVisit(code: code), code: oneTimeCode,
                consentVersion: rules.accepted(by: form.first("consent")),
                origin: visit.context.origin(of: visit.request)))
        return ""
    }

    private func linkCode(_ uri: URI) -> String {
        // A code is base 32; whatever else stands there leads to no link.
        (uri.query ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
