import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /api/v1/document/send`: sends a draft, whichever wire it was made on.
enum SendDocument {
    struct Reply: JSONWritable {
        let id: DocumentID

        func write(to text: inout JSONText) {
            text.object {
                $0.member("id", id.compact)
                $0.member("status", "success")
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let body = try await call.request.jsonBody().unwrapped(.document)
        let document = try await ActOnDocument(call.ports)(
            .send, on: body.documentID(), by: actor)
        try document.requireSent()
        return Response(
            json: RootEnvelope(root: .document, content: Reply(id: document.id)))
    }
}

extension JSONField {
    /// The document that a body names.
    func documentID() throws(Refusal) -> DocumentID {
        let field = try member("id")
        guard let text = try field.looseText() else { throw field.missing }
        guard let id = DocumentID(compact: text) else { throw .documentNotFound }
        return id
    }
}

extension Document {
    /// A draft stays one where a file turns out to be no good.
    fileprivate func requireSent() throws(Refusal) {
        for file in files {
            if case .error(let trouble) = file.status {
                throw .fileUnusable(fileName: file.name, trouble)
            }
        }
    }
}
