import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /v1/documents/{documentID}/status`: what clients ask again and again, so one statement of
/// the store answers it.
enum ReadStatus {
    static func answer(_ call: Call) async throws -> Response {
        let token = try call.request.bearerToken()
        guard let id = try? call.documentID() else {
            _ = try await call.actor()
            throw Refusal.documentNotFound
        }
        let status = try await Domain.ReadStatus(call.ports)(id, token: token)
        return Response(json: StatusReply(id: id, status: status))
    }
}
