import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Words

/// `/sign/{code}`: the page of a link, and what its forms do.
struct SigningRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/sign/:code") { request, context in
            try await show(site.visit(request, context))
        }
        router.get("/sign/:code/audit-trail") { _, context in
            let code = context.parameters.get("code") ?? ""
            return try await ReadAuditTrail(site.ports)(authorLink: code).response
        }
        router.get("/linkUrl") { request, _ in
            Response(status: .seeOther, headers: [.location: "/sign/\(linkCode(request.uri))"])
        }
        addActs(to: router)
        addExternalActs(to: router)
        addDoor(to: router)
    }

    private func addActs(to router: some RouterMethods<TamgaContext>) {
        IdentityActs(site: site).add { post($0, to: router, $1) }
        post("code", to: router) { visit, _ in
            _ = try await RequestSigningCode(site.ports)(visit.link)
            return .page("?sent=1#sign")
        }
        post("sign", to: router, files: .anything(in: "field."), sign)
        post("attach", to: router, files: .anything(in: "attachment."), attach)
        post("review", to: router) { visit, _ in
            .finished(try await ReviewDocument(site.ports)(visit.link).document)
        }
        post("decline", to: router) { visit, form in
            let reason = try form.fields.first("reason") ?? ""
            return .finished(
                try await DeclineDocument(site.ports)(visit.link, reason: reason).document)
        }
        post("opened", to: router) { visit, _ in
            _ = try await RecordOpening(site.ports)(visit.link)
            return .page("")
        }
        post("approve", to: router) { visit, _ in
            _ = try await ApproveDocument(site.ports)(visit.parameter("code"))
            return .page("")
        }
    }

    /// What follows an act that went well.
    enum Outcome {
        /// The page again; what follows its address.
        case page(String)
        /// The same, and the browser keeps a pass.
        case unlocked(pass: String)
        /// An identity provider's own page.
        case elsewhere(String)
        /// Where the sender wants people to go when they are done, or the page.
        case finished(Document)
    }

    /// Carries out a form.
    typealias Act = @Sendable (Visit, SentForm) async throws -> Outcome

    func post(
        _ action: String, to router: some RouterMethods<TamgaContext>, files: FileFields? = nil,
        _ act: @escaping Act
    ) {
        router.post("/sign/:code/\(action)") { request, context in
            let visit = try await site.visit(request, context)
            var sent: SentForm?
            do {
                let form = try await form(of: visit, with: files)
                sent = form
                return visit.answer(try await act(visit, form))
            } catch {
                return try await showAgain(after: error, sent?.fields, visit)
            }
        }
    }

    /// Files are taken from those alone who may act now.
    private func form(of visit: Visit, with files: FileFields?) async throws -> SentForm {
        guard let files else { return SentForm(fields: try await visit.form()) }
        try await OpenLink(site.ports).admitUpload(visit.link)
        return try await visit.form(with: files)
    }

    private func sign(_ visit: Visit, _ form: SentForm) async throws -> Outcome {
        let linked = try await OpenLink(site.ports)(visit.link)
        let entered = EnteredValues(linked: linked, form: form)
        let rules = ConsentRules(visit.words())
        let signed = try await SignOnPage(site.ports)(
            SignOnPage.Command(
                visit: visit.link, code: try form.fields.first("code") ?? "",
                consentVersion: rules.accepted(by: form.fields.first("consent")),
                values: try await entered.values(site.ports),
                origin: visit.context.origin(of: visit.request)))
        return .finished(signed.document)
    }

    /// The field's number counts from 1.
    private func attach(_ visit: Visit, _ form: SentForm) async throws -> Outcome {
        guard let sent = form.files.first,
            let number = Int(sent.field.dropFirst("attachment.".count)), number > 0
        else { throw Refusal.noFiles }
        _ = try await AttachFile(site.ports)(sent.file, for: number - 1, visit.link)
        return .page("#attachments")
    }

    private func linkCode(_ uri: URI) -> String {
        // A code is base 32; whatever else stands there leads to no link.
        (uri.query ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}

extension Visit {
    func answer(_ outcome: SigningRoutes.Outcome) -> Response {
        let code = parameter("code")
        let page = "/sign/\(code)"
        return switch outcome {
        case .page(let rest): seeOther(page + rest)
        case .unlocked(let pass): seeOther(page, setting: [site.keep(pass, for: code)])
        case .elsewhere(let address): elsewhere(address)
        case .finished(let document): seeOther(document.terms.redirect?.text ?? page)
        }
    }
}
