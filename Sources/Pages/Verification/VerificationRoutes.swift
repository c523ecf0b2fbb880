import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

/// `/verify/{documentID}`: where a certificate page's QR code leads.
struct VerificationRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/verify/:id") { request, context in
            try await show(site.visit(request, context))
        }
    }

    private func show(_ visit: Visit) async throws -> Response {
        guard let id = DocumentID(visit.parameter("id")) else { throw Refusal.documentNotFound }
        let state = try await TellState(site.ports)(id)
        let words = visit.words()
        let content = VerificationContent(
            id: "\(state.id)", status: words["status.\(state.status.rawValue)"],
            mark: state.status.rawValue, digest: state.hash.map { "\($0)" })
        return visit.reply(
            "verification", content, title: words["verify.title"], at: "/verify/\(id)",
            in: words)
    }
}

/// What strangers see: neither names nor people.
struct VerificationContent: Equatable, Sendable {
    let id: String
    let status: String
    let mark: String
    let digest: String?
}
