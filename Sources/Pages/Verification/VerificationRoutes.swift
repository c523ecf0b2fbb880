import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

/// `/verify`: anybody's PDF judged for anybody. `/verify/{documentID}`: where a certificate page's
/// QR code leads, with the state of that document above.
struct VerificationRoutes: Sendable {
    let site: Site
    private let places = Places(count: 8)

    init(site: Site) { self.site = site }

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/verify") { request, context in
            try await answer(site.visit(request, context), about: nil)
        }
        router.post("/verify") { request, context in
            try await judge(site.visit(request, context), about: nil)
        }
        router.get("/verify/:id") { request, context in
            let visit = try await site.visit(request, context)
            return try await answer(visit, about: state(visit))
        }
        router.post("/verify/:id") { request, context in
            let visit = try await site.visit(request, context)
            return try await judge(visit, about: state(visit))
        }
    }

    private func state(_ visit: Visit) async throws -> PublicState {
        guard let id = DocumentID(visit.parameter("id")) else { throw Refusal.documentNotFound }
        return try await TellState(site.ports)(id)
    }

    /// A form without its hidden token is taken here: nothing is changed and nothing told that the
    /// sender of the file does not know.
    private func judge(_ visit: Visit, about state: PublicState?) async throws -> Response {
        try site.originCheck.require(visit.request)
        do {
            let report = try await places.use {
                try await FileUpload(archive: site.ports.archive).lend(visit.request) { file in
                    VerifiedFile(file.name, try await ValidateFile(site.ports)(file.path))
                }
            }
            return answer(visit, about: state, report: report)
        } catch {
            guard let note = RefusalNote(verifying: error, visit.words()) else { throw error }
            return answer(visit, about: state, refused: note)
        }
    }

    private func answer(
        _ visit: Visit, about state: PublicState?, report: VerifiedFile? = nil,
        refused note: RefusalNote? = nil
    ) -> Response {
        let words = visit.words()
        let address = state.map { "/verify/\($0.id)" } ?? "/verify"
        let content = VerificationContent(
            address: address, document: state.map { VerificationContent.Document($0, words) },
            problem: note?.text,
            report: report.map {
                ReportContent($0, of: state, words) { visit.time($0, words) }
            })
        return visit.reply(
            "verification", content, title: words["verify.title"], at: address, in: words,
            status: note?.status ?? .ok, retryAfterSeconds: note?.retryAfterSeconds)
    }
}

extension RefusalNote {
    /// What stands beside the file field; `nil` for what is no fault of the file.
    fileprivate init?(verifying error: any Error, _ words: Words) {
        switch error {
        case Refusal.noFiles:
            self.init(status: .badRequest, place: .page, text: words["verify.problem.none"])
        case Refusal.notPDF:
            self.init(status: .badRequest, place: .page, text: words["verify.problem.notPDF"])
        case Refusal.uploadTooLarge:
            self.init(status: .contentTooLarge, place: .page, text: words["verify.problem.size"])
        case let trouble as FileTrouble:
            self.init(
                status: .unprocessableContent, place: .page,
                text: words["trouble.\(trouble.rawValue)"])
        case Refusal.busy: self.init(.busy, words)
        default: return nil
        }
    }
}
