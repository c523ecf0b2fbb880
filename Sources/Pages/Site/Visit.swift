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
        let fields = try await request.formFields()
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

extension Request {
    private static let formLimit = 64 * 1024

    /// A form as browsers send it (WHATWG HTML, `application/x-www-form-urlencoded`).
    fileprivate func formFields() async throws -> QueryItems {
        let expected = "application/x-www-form-urlencoded"
        guard ParameterizedValue(headers[.contentType] ?? "").value == expected else {
            throw RequestFailure.unsupportedMediaType(expected: expected)
        }
        let limit = Self.formLimit
        let text = try await withBody(
            limit: limit, orElse: RequestFailure.bodyTooLarge(limit: limit)
        ) { pieces in
            var bytes: [UInt8] = []
            for try await piece in pieces { bytes += piece.readableBytesView }
            return String(decoding: bytes, as: UTF8.self)
        }
        return QueryItems(text)
    }
}
