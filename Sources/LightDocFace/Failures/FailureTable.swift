import HTTPCommon
import HTTPTypes

/// Every way in which a request can be badly formed, with its status and message on this wire.
enum FailureTable {
    static func answer(to failure: RequestFailure) -> ErrorAnswer {
        switch failure {
        case .routeNotFound: ErrorAnswer(.notFound, Messages.routeNotFound)
        case .methodNotAllowed(let allowed):
            ErrorAnswer(
                .methodNotAllowed, Messages.methodNotAllowed(allowed),
                [.allow: allowed.joined(separator: ", ")])
        case .malformedRequest: ErrorAnswer(.badRequest, Messages.malformedRequest)
        case .unsupportedMediaType(let expected):
            ErrorAnswer(.unsupportedMediaType, Messages.unsupportedMediaType(expected))
        case .bodyTooLarge(let limit): ErrorAnswer(.contentTooLarge, Messages.bodyTooLarge(limit))
        case .bodyTooSlow: ErrorAnswer(.requestTimeout, Messages.bodyTooSlow)
        case .bodyTruncated: ErrorAnswer(.badRequest, Messages.bodyTruncated)
        case .malformedJSON(let offset): ErrorAnswer(.badRequest, Messages.malformedJSON(offset))
        case .jsonTooDeep(let limit): ErrorAnswer(.badRequest, Messages.jsonTooDeep(limit))
        case .malformedMultipart(let error):
            ErrorAnswer(.badRequest, Messages.malformedMultipart(error))
        case .rangeNotSatisfiable(let byteCount):
            ErrorAnswer(
                .rangeNotSatisfiable, Messages.rangeNotSatisfiable(byteCount),
                [.contentRange: "bytes */\(byteCount)"])
        case .foreignOrigin: ErrorAnswer(.forbidden, Messages.foreignOrigin)
        }
    }
}
