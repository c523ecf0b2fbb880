import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /v1/documents`: documents of a period, streamed.
enum ListDocuments {
    struct Request {
        let dateFrom: Instant
        let dateTo: Instant
        let isFull: Bool
        let tags: FilterTags

        /// The default period ends now, and begins a month before now whatever its end is.
        init(_ call: Call) throws(Refusal) {
            let (query, now) = (call.request.query, call.ports.clock.now())
            dateFrom = try Self.date("dateFrom", query, call) ?? Self.monthBefore(now)
            dateTo = try Self.date("dateTo", query, call) ?? now
            isFull = try query.boolean("full") ?? false
            tags = try FilterTags(query.all("filterTags"))
        }

        func command(_ actor: Actor, _ list: Domain.ListDocuments) throws(Refusal) -> DocumentQuery
        {
            try list.query(
                from: dateFrom, to: dateTo, directions: tags.directions, states: tags.states,
                by: actor)
        }

        private static func date(
            _ name: String, _ query: QueryItems, _ call: Call
        ) throws(Refusal) -> Instant? {
            guard let text = try query.first(name) else { return nil }
            guard let date = DateReader.instant(text, zone: call.face.zone) else {
                throw .invalid(path: name, .malformed)
            }
            return date
        }

        private static func monthBefore(_ now: Instant) -> Instant {
            CivilTime(now)?.monthBefore?.instant ?? now
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        try actor.require(.accountDocuments)
        let request = try Request(call)
        let list = Domain.ListDocuments(call.ports)
        let query = try request.command(actor, list)
        let addresses = call.ports.addresses
        if request.isFull {
            return try await StreamedArray(call).response(list.documents(query)) { text, document in
                DocumentReply(document, for: actor, addresses).write(to: &text)
            }
        }
        return try await StreamedArray(call).response(list.statuses(query)) { text, row in
            StatusReply(id: row.id, status: row.status).write(to: &text)
        }
    }
}
