import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /v1/documents/{documentID}/action?action=…`; no body is needed.
enum ActOnDocument {
    private static let actions = WireNames(
        names: DocumentAction.allCases.map { ($0.wireName, $0) })

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        guard let name = try call.request.query.first("action") else {
            throw Refusal.invalid(path: "action", .missing)
        }
        let action = try actions.value(name, at: "action")
        let document = try await Domain.ActOnDocument(call.ports)(
            action, on: call.documentID(), by: actor)
        return Response(json: StatusReply(id: document.id, status: document.state.status))
    }
}
