import Domain
import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// Failures under `/oauth`. They keep their status whatever the operator wants of the others.
struct TokenReplies: FailureReplies {
    func reply(to refusal: Refusal, _ request: Request) -> Response {
        let status = RefusalTable.answer(to: refusal).status
        guard case .invalid(let field, _) = refusal else {
            return TokenError.invalidRequest("the request was refused", status: status).response
        }
        return TokenError.invalidRequest("\(field) is malformed or repeated", status: status)
            .response
    }

    func reply(to failure: RequestFailure, _ request: Request) -> Response {
        let answer = FailureTable.answer(to: failure)
        var response = TokenError.invalidRequest(
            "the request cannot be read as a form posted here", status: answer.status
        ).response
        response.headers.append(contentsOf: answer.fields)
        return response
    }

    func replyToFault(_ request: Request, requestID: String) -> Response {
        TokenError(
            status: .internalServerError, code: "server_error",
            description: "request \(requestID) failed"
        ).response
    }
}
