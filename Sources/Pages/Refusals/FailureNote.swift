import HTTPCommon
import HTTPTypes
import Words

extension RefusalNote {
    /// Requests whose form is wrong: rare in a browser, so few words serve for many.
    init(_ failure: RequestFailure, _ words: Words) {
        let malformed = words["refusal.invalid.malformed"]
        switch failure {
        case .routeNotFound:
            self.init(status: .notFound, place: .page, text: words["refusal.pageNotFound"])
        case .methodNotAllowed:
            self.init(status: .methodNotAllowed, place: .page, text: malformed)
        case .unsupportedMediaType:
            self.init(status: .unsupportedMediaType, place: .page, text: malformed)
        case .bodyTooLarge:
            self.init(status: .contentTooLarge, place: .page, text: malformed)
        case .bodyTooSlow: self.init(status: .requestTimeout, place: .page, text: malformed)
        case .malformedRequest, .bodyTruncated, .malformedJSON, .jsonTooDeep,
            .malformedMultipart:
            self.init(status: .badRequest, place: .page, text: malformed)
        case .rangeNotSatisfiable:
            self.init(status: .rangeNotSatisfiable, place: .page, text: malformed)
        case .foreignOrigin:
            self.init(status: .forbidden, place: .page, text: words["refusal.form"])
        }
    }
}
