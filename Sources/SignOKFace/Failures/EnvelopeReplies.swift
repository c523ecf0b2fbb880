import Domain
import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// Failures in the envelope of their version.
struct EnvelopeReplies: FailureReplies {
    let version: WireVersion
    /// The status stands in the envelope alone, but for 401 and for downloads.
    let alwaysOK: Bool

    func reply(to refusal: Refusal, _ request: Request) -> Response {
        if refusal == .unauthenticated {
            let error = request.claimsBearer ? TokenError.invalidToken : .unauthorized
            return error.response
        }
        return reply(RefusalTable.answer(to: refusal), request)
    }

    func reply(to failure: RequestFailure, _ request: Request) -> Response {
        reply(FailureTable.answer(to: failure), request)
    }

    func replyToFault(_ request: Request, requestID: String) -> Response {
        reply(
            FailureAnswer(.internalServerError, Messages.fault(requestID: requestID)), request)
    }

    private func reply(_ answer: FailureAnswer, _ request: Request) -> Response {
        let segments = request.uri.path.split(separator: "/")
        let status = alwaysOK && segments.last != "download" ? .ok : answer.status
        let root: WireRoot = segments.dropFirst(2).first == "template" ? .template : .document
        var response =
            switch version {
            case .v1:
                Response(json: RootEnvelope(root: root, content: Failed(answer)), status: status)
            case .v2: Response(json: FailedResult(answer: answer), status: status)
            }
        response.headers.append(contentsOf: answer.fields)
        return response
    }

    private struct Failed: JSONWritable {
        let message: String

        init(_ answer: FailureAnswer) {
            message = answer.message
        }

        func write(to text: inout JSONText) {
            text.object {
                $0.member("status", "failure")
                $0.member("message", message)
            }
        }
    }

    private struct FailedResult: JSONWritable {
        let answer: FailureAnswer

        func write(to text: inout JSONText) {
            text.object {
                $0.member("code", String(answer.status.code))
                $0.member("message", answer.message)
            }
        }
    }
}

/// What a client is told of a failure.
struct FailureAnswer: Equatable {
    let status: HTTPResponse.Status
    let message: String
    let fields: HTTPFields

    init(_ status: HTTPResponse.Status, _ message: String, _ fields: HTTPFields = [:]) {
        self.status = status
        self.message = message
        self.fields = fields
    }
}
