import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /v1/documents/{documentID}`: everything about a document.
enum ReadDocument {
    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let document = try await Domain.ReadDocument(call.ports)(call.documentID(), by: actor)
        return Response(json: DocumentReply(document, for: actor, call.ports.addresses))
    }
}
