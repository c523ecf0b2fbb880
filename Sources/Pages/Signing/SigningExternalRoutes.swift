import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird

/// Signing elsewhere: the exact bytes, and the signature that comes back.
extension SigningRoutes {
    func addExternalActs(to router: some RouterMethods<TamgaContext>) {
        router.get("/sign/:code/prepared") { request, context in
            try await prepared(site.visit(request, context))
        }
        post("prepared", to: router, files: .anything(in: "field."), prepare)
        router.post("/sign/:code/cms") { request, context in
            try await submit(site.visit(request, context))
        }
    }

    private func prepared(_ visit: Visit) async throws -> Response {
        do {
            let download = try await PrepareExternalSignature(site.ports)(visit.link)
            return try FinishedFile(download).response(to: visit.request, at: site)
        } catch {
            return try await showAgain(after: error, nil, visit)
        }
    }

    /// With what stands in the fields; the bytes follow.
    private func prepare(_ visit: Visit, _ form: SentForm) async throws -> Outcome {
        let linked = try await OpenLink(site.ports)(visit.link)
        let entered = EnteredValues(linked: linked, form: form)
        _ = try await PrepareExternalSignature(site.ports)(
            visit.link, entering: try await entered.values(site.ports))
        return .page("/prepared")
    }

    private func submit(_ visit: Visit) async throws -> Response {
        do {
            let form = try await visit.signatureForm()
            guard let upload = form.bytes("cms") else {
                throw Refusal.invalid(path: "cms", .missing)
            }
            let signed = try await SubmitExternalSignature(site.ports)(
                SubmitExternalSignature.Command(
                    visit: visit.link, upload: upload, random: form.base64("random"),
                    origin: visit.context.origin(of: visit.request)))
            return visit.answer(.finished(signed.document))
        } catch {
            return try await showAgain(after: error, nil, visit)
        }
    }
}
