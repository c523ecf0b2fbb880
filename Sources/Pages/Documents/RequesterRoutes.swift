import Domain
import HTTPCommon
import Hummingbird
import Words

/// What the author's side does about a document on its way: `/documents/{id}/…`.
struct RequesterRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<TamgaContext>) {
        post("resend", to: router) { id, form, actor in
            _ = try await ReachRecipients(site.ports).resend(
                id, to: [try recipient(form)], by: actor)
        }
        post("contact", to: router) { id, form, actor in
            guard let contact = Contact(try form.first("contact") ?? "") else {
                throw Refusal.invalid(path: "contact", .malformed)
            }
            _ = try await ReachRecipients(site.ports).readdress(
                recipient(form), of: id, to: contact, by: actor)
        }
        post("deadline", to: router) { id, form, actor in
            _ = try await ReachRecipients(site.ports).reschedule(
                id, until: endOfDay(form.first("deadline") ?? ""), by: actor)
        }
        post("schedule", to: router) { id, form, actor in
            _ = try await ReachRecipients(site.ports).scheduleSending(
                of: id, at: moment(form.first("sends-at") ?? ""), by: actor)
        }
        post("unschedule", to: router) { id, _, actor in
            _ = try await ReachRecipients(site.ports).scheduleSending(of: id, at: nil, by: actor)
        }
        post("approve", to: router) { id, _, actor in
            _ = try await ApproveDocument(site.ports)(id, by: actor)
        }
    }

    private typealias Act = @Sendable (DocumentID, QueryItems, Actor) async throws -> Void

    private func post(
        _ action: String, to router: some RouterMethods<TamgaContext>, _ act: @escaping Act
    ) {
        router.post("/documents/:id/\(action)") { request, context in
            let visit = try await site.visit(request, context)
            guard let id = DocumentID(visit.parameter("id")) else {
                throw Refusal.documentNotFound
            }
            guard let actor = visit.actor else { return visit.toLogin() }
            do {
                try await act(id, visit.form(), actor)
                return visit.seeOther("/documents/\(id)")
            } catch {
                guard let note = RefusalNote(error, visit.words()) else { throw error }
                return try await DocumentRoutes(site: site).page(id, actor, visit, refused: note)
            }
        }
    }

    private func recipient(_ form: QueryItems) throws(Refusal) -> RecipientID {
        guard let id = RecipientID(try form.first("recipient") ?? "") else {
            throw .contextNotFound
        }
        return id
    }

    /// The last second of a day in the zone of the pages.
    private func endOfDay(_ day: String) throws(Refusal) -> Instant {
        guard let end = CivilTime(dateTimeField: "\(day)T23:59:59") else {
            throw .invalid(path: "deadline", .malformed)
        }
        return end.instant(zoneOffsetMinutes: site.zoneOffsetMinutes)
    }

    private func moment(_ text: String) throws(Refusal) -> Instant {
        guard let time = CivilTime(dateTimeField: text) else {
            throw .invalid(path: "sendsAt", .malformed)
        }
        return time.instant(zoneOffsetMinutes: site.zoneOffsetMinutes)
    }
}
