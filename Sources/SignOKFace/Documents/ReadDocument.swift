import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v1/document/{id}` and `/api/v2/document/{id}`: everything about a document.
enum ReadDocument {
    static func answer(_ version: WireVersion) -> Route.Answer {
        { call in
            let actor = try await call.actor()
            let own = try await ReadOwnDocument(call.ports)(call.documentID(), by: actor)
            let history = try History(of: own)
            let status = call.face.vocabulary[own.stage]
            return switch version {
            case .v1:
                Response(
                    json: RootEnvelope(
                        root: .document,
                        content: DocumentReplyV1(
                            own: own, history: history, status: status, links: call.links)))
            case .v2:
                Response(
                    json: ResultEnvelope(
                        result: DocumentReplyV2(
                            own: own, history: history, status: status, links: call.links)))
            }
        }
    }
}

extension OwnDocument {
    /// Signers by the order in which they sign, counted from 1.
    var signers: [(index: Int, recipient: Recipient)] {
        let inOrder = document.recipients.sorted {
            ($0.step, $0.position) < ($1.step, $1.position)
        }
        return inOrder.enumerated().map { ($0 + 1, $1) }
    }
}
