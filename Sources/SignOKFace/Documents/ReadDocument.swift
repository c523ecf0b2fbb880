import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v1/document/{id}` and `/api/v2/document/{id}`: everything about a document.
enum ReadDocument {
    static func answer(_ version: WireVersion) -> Route.Answer {
        { call in
            let (actor, id) = (try await call.actor(), try call.documentID())
            let read = ReadOwnDocument(call.ports)
            let key = KnownAnswers.Key(document: id, wire: version)
            let present = try await read.version(of: id, by: actor)
            if let known = call.face.known.answer(to: key, version: present) {
                return Response(json: known)
            }
            let own = try await read(id, by: actor)
            let text = try Self.text(of: own, version, call)
            call.face.known.keep(text, as: key, version: own.document.version)
            return Response(json: text)
        }
    }

    private static func text(
        of own: OwnDocument, _ version: WireVersion, _ call: Call
    ) throws -> JSONText {
        let shown = ShownDocument(
            own: own, history: try History(of: own), status: call.face.vocabulary[own.stage],
            links: call.links, listsReferees: call.face.listsReferees)
        return switch version {
        case .v1:
            JSONText(RootEnvelope(root: .document, content: DocumentReplyV1(shown: shown)))
        case .v2: JSONText(ResultEnvelope(result: DocumentReplyV2(shown: shown)))
        }
    }
}
