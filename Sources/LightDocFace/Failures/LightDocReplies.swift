import Domain
import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// The one form of everything that did not work: `{"code", "message"}`, the code being the
/// status.
struct LightDocReplies: FailureReplies {
    func reply(to refusal: Refusal, _ request: Request) -> Response {
        RefusalTable.answer(to: refusal, about: Self.subject(of: request)).response
    }

    func reply(to failure: RequestFailure, _ request: Request) -> Response {
        FailureTable.answer(to: failure).response
    }

    func replyToFault(_ request: Request, requestID: String) -> Response {
        ErrorAnswer(.internalServerError, Messages.fault(requestID: requestID)).response
    }

    /// The document of which the request speaks, as the client wrote it.
    private static func subject(of request: Request) -> String {
        let segments = request.uri.path.split(separator: "/")
        return segments.count > 2 && segments[1] == "documents"
            ? String(segments[2].prefix(64)) : ""
    }
}

/// What a client is told of a failure.
struct ErrorAnswer: JSONWritable, Equatable {
    let status: HTTPResponse.Status
    let message: String
    let fields: HTTPFields

    init(_ status: HTTPResponse.Status, _ message: String, _ fields: HTTPFields = [:]) {
        self.status = status
        self.message = message
        self.fields = fields
    }

    var response: Response {
        var response = Response(json: self, status: status)
        response.headers.append(contentsOf: fields)
        return response
    }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("code", status.code)
            $0.member("message", message)
        }
    }
}
