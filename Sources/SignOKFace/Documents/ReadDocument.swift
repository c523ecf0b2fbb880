import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v1/document/{id}` and `/api/v2/document/{id}`: everything about a document.
enum ReadDocument {
    static func answer(_ version: WireVersion) -> Route.Answer {
        { call in
            let actor = try await call.actor()
            let own = try await ReadOwnDocument(call.ports)(call.documentID(), by: actor)
            let shown = ShownDocument(
                own: own, history: try History(of: own), status: call.face.vocabulary[own.stage],
                links: call.links, listsReferees: call.face.listsReferees)
            return switch version {
            case .v1:
                Response(
                    json: RootEnvelope(root: .document, content: DocumentReplyV1(shown: shown)))
            case .v2: Response(json: ResultEnvelope(result: DocumentReplyV2(shown: shown)))
            }
        }
    }
}
