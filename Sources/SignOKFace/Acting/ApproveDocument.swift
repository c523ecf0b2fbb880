import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v1/document/{id}/approve`: where the requester approves what everybody has signed.
enum ApproveDocument {
    struct Reply: JSONWritable {
        let document: Document
        let links: Links

        func write(to text: inout JSONText) {
            text.object {
                $0.key("approve")
                $0.object {
                    $0.member("id", document.id.compact)
                    $0.member("title", document.name)
                    $0.member("name", document.author.name.full)
                    $0.member("email", document.author.email.text)
                    $0.member("approval_url", links.document(document))
                }
                $0.member("status", "success")
            }
        }
    }

    /// Reads alone: the page behind the address approves.
    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let own = try await ReadOwnDocument(call.ports)(call.documentID(), by: actor)
        guard own.stage == .awaitingApproval else { throw Refusal.wrongState }
        return Response(
            json: RootEnvelope(
                root: .document, content: Reply(document: own.document, links: call.links)))
    }
}
