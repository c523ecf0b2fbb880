import Domain
import HTTPCommon
import Hummingbird
import HummingbirdCore

/// One request on its way through the face.
struct Call: Sendable {
    let face: SignOKFace
    let request: Request
    let context: TamgaContext

    var ports: Ports { face.ports }
    var links: Links { Links(ports) }

    /// Who asks: before anything else is looked at.
    func actor() async throws -> Actor {
        try await AuthenticateClient(ports)(request.bearerToken())
    }

    func pathID() -> String? { context.parameters.get("id") }

    /// A path that names no document is like one that names none of ours.
    func documentID() throws(Refusal) -> DocumentID {
        guard let text = pathID(), let id = DocumentID(compact: text) else {
            throw .documentNotFound
        }
        return id
    }
}
