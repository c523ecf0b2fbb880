import Domain
import HTTPTypes
public import Hummingbird
public import HummingbirdCore
import Logging

/// The outermost layer of a face: every failure under its prefix leaves in the face's own form.
///
/// A refusal or a failure of the request's form is an answer. Anything else is a fault: logged
/// here, once, with the request's id. To be added to the root router, so that unknown paths come
/// by as well.
public struct Edge<Replies: FailureReplies>: RouterMiddleware {
    public typealias Context = TamgaContext

    private let prefix: String
    private let routes: RouteTable
    private let replies: Replies

    /// `prefix` without a trailing slash; empty for everything.
    public init(prefix: String, routes: RouteTable, replies: Replies) {
        self.prefix = prefix
        self.routes = routes
        self.replies = replies
    }

    public func handle(
        _ request: Request, context: TamgaContext,
        next: (Request, TamgaContext) async throws -> Response
    ) async throws -> Response {
        guard isOurs(request.uri.path) else { return try await next(request, context) }
        do {
            return try await next(request, context)
        } catch {
            return reply(to: error, request, context)
        }
    }

    private func isOurs(_ path: String) -> Bool {
        path.hasPrefix(prefix)
            && (path.utf8.count == prefix.utf8.count
                || path.utf8.dropFirst(prefix.utf8.count).first == UInt8(ascii: "/"))
    }

    private func reply(
        to error: any Error, _ request: Request, _ context: TamgaContext
    ) -> Response {
        switch error {
        case let refusal as Refusal: return replies.reply(to: refusal, request)
        case let failure as RequestFailure: return replies.reply(to: failure, request)
        case is CancellationError: return replies.reply(to: .bodyTruncated, request)
        case let error as HTTPError where error.status == .notFound:
            return replies.reply(to: routes.failure(for: request.uri.path), request)
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            return replies.reply(to: .malformedRequest, request)
        default:
            FaultLog.record(error, request, context)
            return replies.replyToFault(request, requestID: context.id)
        }
    }
}

/// Where faults are written down: one line each.
public enum FaultLog {
    public static func record(_ error: any Error, _ request: Request, _ context: TamgaContext) {
        // The route, not the path: a signing link and a query may hold a secret.
        context.logger.error(
            "fault",
            metadata: [
                "request.method": "\(request.method.rawValue)",
                "request.route": "\(context.endpointPath ?? "")",
                "fault.type": "\(type(of: error))", "fault": "\(error)",
            ])
    }
}
