import Domain
import HTTPCommon
import Hummingbird

extension Site {
    /// The link that a request follows, with the pass that this browser was given at its door.
    func link(_ request: Request, _ context: TamgaContext) -> LinkVisit {
        let code = context.parameters.get("code") ?? ""
        return LinkVisit(code: code, pass: request.cookies[cookies.pass(for: code)]?.value)
    }

    /// The `Set-Cookie` field with which a browser keeps a pass.
    func keep(_ pass: String, for code: String) -> String {
        cookies.field(
            cookies.pass(for: code), pass, maxAgeSeconds: Int(AccessPass.lifetimeSeconds))
    }
}

extension Visit {
    var link: LinkVisit { site.link(request, context) }

    /// A form with files, sent by one of our own pages; without files it may come as any form.
    func form(with files: FileFields) async throws -> SentForm {
        if request.hasForm { return SentForm(fields: try await form()) }
        try site.originCheck.require(request)
        return try await FileUpload(archive: site.ports.archive).form(request, files: files) {
            guard visitor.accepts(try $0.first("token")) else {
                throw RequestFailure.foreignOrigin
            }
        }
    }
}
