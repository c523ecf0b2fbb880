import Domain
import HTTPCommon
import Hummingbird
import HummingbirdCore

/// One request on its way through the face.
struct Call: Sendable {
    let face: LightDocFace
    let request: Request
    let context: TamgaContext

    var ports: Ports { face.ports }

    /// Who asks: before anything else is looked at.
    func actor() async throws -> Actor {
        try await Authenticate(ports)(request.bearerToken())
    }

    /// A path that names no document is like one that names none of ours.
    func documentID() throws(Refusal) -> DocumentID {
        guard let text = context.parameters.get("documentID"), let id = DocumentID(text) else {
            throw .documentNotFound
        }
        return id
    }
}
