import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

/// `/documents` and what lies below it.
struct DocumentRoutes: Sendable {
    /// Asking again within a minute sends no second letter.
    private static let linkPauseSeconds: Int64 = 60

    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        router.get("/") { request, context in
            try await site.visit(request, context).seeOther("/documents")
        }
        router.get("/documents") { request, context in
            try await list(site.visit(request, context))
        }
        router.get("/documents/:id") { request, context in
            try await show(site.visit(request, context))
        }
        router.post("/documents/:id/link") { request, context in
            try await sendLink(site.visit(request, context))
        }
        router.get("/documents/:id/signed") { request, context in
            try await download(site.visit(request, context)) { id, actor in
                FinishedFile(try await DownloadDocument(site.ports).signed(id, by: actor))
            }
        }
        router.get("/documents/:id/files/:number") { request, context in
            try await original(site.visit(request, context))
        }
        router.get("/documents/:id/audit-trail") { request, context in
            let visit = try await site.visit(request, context)
            guard let actor = visit.actor else { return visit.toLogin() }
            return try await ReadAuditTrail(site.ports)(id(visit), by: actor).response
        }
        router.get("/documents/:id/certificate") { request, context in
            try await download(site.visit(request, context)) { id, actor in
                FinishedFile(
                    certificate: try await DownloadDocument(site.ports).certificate(id, by: actor))
            }
        }
    }

    private func download(
        _ visit: Visit, _ file: (DocumentID, Actor) async throws -> FinishedFile
    ) async throws -> Response {
        guard let actor = visit.actor else { return visit.toLogin() }
        return try await file(id(visit), actor).response(to: visit.request, at: site)
    }

    private func original(_ visit: Visit) async throws -> Response {
        guard let actor = visit.actor else { return visit.toLogin() }
        guard let number = Int(visit.parameter("number")) else { throw Refusal.documentNotFound }
        let (file, blob) = try await DownloadDocument(site.ports).original(
            id(visit), file: number, by: actor)
        return try BlobDownload(
            pieces: [blob], hash: blob.hash, disposition: ContentDisposition(fileName: file.name)
        ).response(to: visit.request, from: site.ports.archive)
    }

    private func list(_ visit: Visit) async throws -> Response {
        guard let actor = visit.actor else { return visit.toLogin() }
        let words = visit.words()
        let tab = DocumentTab(visit.request.uri.queryParameters["tab"].map(String.init))
        let cursor = visit.request.uri.queryParameters["after"]
            .flatMap { DocumentQuery.Cursor(String($0)) }
        let rows = try await ListDocuments(site.ports).page(
            tab.query(for: actor, at: visit.now), after: cursor,
            limit: DocumentListContent.pageSize + 1)
        let content = DocumentListContent(rows, tab: tab, isFirst: cursor == nil, words) {
            visit.time($0, words)
        }
        return visit.reply(
            "documents", content, title: words["documents.title"], at: "/documents", in: words)
    }

    private func show(_ visit: Visit) async throws -> Response {
        let id = try id(visit)
        guard let actor = visit.actor else { return visit.linkOffer(id) }
        return try await page(id, actor, visit)
    }

    /// - Parameter note: why an act of the author's side was refused.
    func page(
        _ id: DocumentID, _ actor: Actor, _ visit: Visit, refused note: RefusalNote? = nil
    ) async throws -> Response {
        let (document, trail) = try await ReadTimeline(site.ports)(id, by: actor)
        let words = visit.words()
        let content = try DocumentContent(
            document, trail: trail, actor: actor, ports: site.ports, words,
            requester: document.isAuthorSide(actor)
                ? RequesterForms(
                    document, refused: note, key: site.ports.linkKey,
                    zoneOffsetMinutes: site.zoneOffsetMinutes,
                    clock: visit.time(visit.now, words)) : nil
        ) { visit.time($0, words) }
        return visit.reply(
            "document", content, title: document.name, at: content.address, in: words,
            status: note?.status ?? .ok)
    }

    /// The answer is the same whether or not there is a link to send.
    private func sendLink(_ visit: Visit) async throws -> Response {
        let id = try id(visit)
        do {
            let form = try await visit.form()
            guard let email = EmailAddress(try form.first("email") ?? "") else {
                throw Refusal.invalid(path: "email", .malformed)
            }
            try await send(id, to: email, visit)
            return visit.seeOther("/documents/\(id)?sent=1")
        } catch {
            guard let note = RefusalNote(error, visit.words()) else { throw error }
            return visit.linkOffer(id, refused: note)
        }
    }

    private func send(_ id: DocumentID, to email: EmailAddress, _ visit: Visit) async throws {
        let key = "link|\(id)|\(email.key)"
        let now = visit.now
        guard await site.throttle.allows(key, everySeconds: Self.linkPauseSeconds, at: now) else {
            return
        }
        try await SendLink(site.ports)(id, to: email)
    }

    private func id(_ visit: Visit) throws(Refusal) -> DocumentID {
        guard let id = DocumentID(visit.parameter("id")) else { throw .documentNotFound }
        return id
    }
}
