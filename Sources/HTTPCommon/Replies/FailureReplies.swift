public import Domain
public import HummingbirdCore

/// How a face tells its clients that something did not work.
public protocol FailureReplies: Sendable {
    func reply(to refusal: Refusal, _ request: Request) -> Response
    func reply(to failure: RequestFailure, _ request: Request) -> Response
    /// Neutral: what went wrong stands in the log under this id.
    func replyToFault(_ request: Request, requestID: String) -> Response
}
