import HTTPCommon
import HTTPTypes

/// Every way in which a request can be badly formed, with its status and message on this wire.
enum FailureTable {
    static func answer(to failure: RequestFailure) -> FailureAnswer {
        switch failure {
        case .routeNotFound: FailureAnswer(.notFound, Messages.routeNotFound)
        case .methodNotAllowed(let allowed):
            FailureAnswer(
                .methodNotAllowed, Messages.methodNotAllowed(allowed),
                [.allow: allowed.joined(separator: ", ")])
        case .malformedRequest: FailureAnswer(.badRequest, Messages.malformedRequest)
        case .unsupportedMediaType(let expected):
            FailureAnswer(.unsupportedMediaType, Messages.unsupportedMediaType(expected))
        case .bodyTooLarge(let limit): FailureAnswer(.contentTooLarge, Messages.bodyTooLarge(limit))
        case .bodyTooSlow: FailureAnswer(.requestTimeout, Messages.bodyTooSlow)
        case .bodyTruncated: FailureAnswer(.badRequest, Messages.bodyTruncated)
        case .malformedJSON(let offset): FailureAnswer(.badRequest, Messages.malformedJSON(offset))
        case .jsonTooDeep(let limit): FailureAnswer(.badRequest, Messages.jsonTooDeep(limit))
        case .malformedMultipart(let error):
            FailureAnswer(.badRequest, Messages.malformedMultipart(error))
        case .rangeNotSatisfiable(let byteCount):
            FailureAnswer(
                .rangeNotSatisfiable, Messages.rangeNotSatisfiable(byteCount),
                [.contentRange: "bytes */\(byteCount)"])
        case .foreignOrigin: FailureAnswer(.forbidden, Messages.foreignOrigin)
        }
    }
}
