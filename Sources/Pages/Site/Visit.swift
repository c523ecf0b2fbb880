import Domain
import HTTPCommon
import HTTPTypes
import Hummingbird
import Words

/// One request for a page: who asks, in which language, and with which right to write.
struct Visit: Sendable {
    let site: Site
    let request: Request
    let context: TamgaContext
    let visitor: Visitor
    let user: User?
    let session: String?

    var now: Instant { site.ports.clock.now() }

    var actor: Actor? {
        user.map { Actor(session: $0, agent: request.headers[.userAgent] ?? "") }
    }

    var wish: LanguageWish {
        LanguageWish(request, cookie: site.cookies.language, fallback: site.language)
    }

    func words(knowing known: Language? = nil) -> Words {
        Words(wish.language(knowing: known ?? user?.language).rawValue)
    }

    /// The fields of a form that was sent by one of our own pages.
    ///
    /// Throws ``RequestFailure/foreignOrigin`` for any other.
    func form() async throws -> QueryItems {
        try site.originCheck.require(request)
        let fields = try await request.formBody()
        guard visitor.accepts(try fields.first("token")) else {
            throw RequestFailure.foreignOrigin
        }
        return fields
    }

    func parameter(_ name: String) -> String { context.parameters.get(name) ?? "" }

    func time(_ instant: Instant, _ words: Words) -> String {
        words.dateTime(
            microseconds: instant.microseconds, offsetMinutes: site.zoneOffsetMinutes)
    }
}
