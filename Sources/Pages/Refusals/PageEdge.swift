import Domain
public import HTTPCommon
import HTTPTypes
public import Hummingbird
import Words

/// What nobody else has answered becomes a page with a few words.
public struct PageEdge: RouterMiddleware {
    public typealias Context = TamgaContext

    let site: Site

    public func handle(
        _ request: Request, context: TamgaContext,
        next: (Request, TamgaContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let visit = site.anonymousVisit(request, context)
            guard let note = RefusalNote(error, visit.words()) else {
                FaultLog.record(error, request, context)
                return visit.message(RefusalNote(fault: context.id, visit.words()))
            }
            var reply = visit.message(note)
            if case .methodNotAllowed(let allowed)? = error as? RequestFailure {
                reply.headers[.allow] = allowed.joined(separator: ", ")
            }
            return reply
        }
    }
}

extension RefusalNote {
    /// `nil` for a fault.
    init?(_ error: any Error, _ words: Words) {
        switch error {
        case let refusal as Refusal: self.init(refusal, words)
        case let failure as RequestFailure: self.init(failure, words)
        case let error as HTTPError where error.status == .notFound:
            self.init(RequestFailure.routeNotFound, words)
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            self.init(RequestFailure.malformedRequest, words)
        default: return nil
        }
    }

    /// Neutral: what went wrong stands in the log under this id.
    fileprivate init(fault requestID: String, _ words: Words) {
        self.init(
            status: .internalServerError, place: .page,
            text: words("message.fault", ["id": requestID]))
    }
}

struct MessageContent: Equatable, Sendable {
    let heading: String
    let text: String
}

extension Visit {
    func message(_ note: RefusalNote) -> Response {
        let words = words()
        let heading = words[
            note.status == .notFound ? "message.notFound.title" : "message.refused.title"]
        return reply(
            "message", MessageContent(heading: heading, text: note.text), title: heading,
            at: "/", in: words, status: note.status,
            retryAfterSeconds: note.retryAfterSeconds)
    }
}
