import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /v1/documents`: registers a draft.
enum CreateDocument {
    struct Request {
        let id: String?
        let name: String
        let isSequential: Bool
        let signers: [Signer]

        init(_ body: JSONField) throws(Refusal) {
            id = try body.member("id").optionalString()
            name = try body.member("name").string()
            isSequential = try body.member("isSequential").optionalBoolean() ?? false
            var signers: [Signer] = []
            for signer in try body.member("signers").elements() {
                signers.append(try Signer(signer))
            }
            self.signers = signers
        }

        /// A document made on this face speaks Russian (contract, Who may do what).
        func command() -> NewDocument {
            NewDocument(
                clientID: id, name: name, isSequential: isSequential, language: .russian,
                recipients: signers.map { $0.command() })
        }
    }

    struct Reply: JSONWritable {
        let document: Document
        let url: String

        func write(to text: inout JSONText) {
            text.object {
                $0.member("id", document.clientID)
                $0.member("documentID", "\(document.id)")
                $0.member("url", url)
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let request = try Request(await call.request.jsonBody())
        let document = try await Domain.CreateDocument(call.ports)(request.command(), by: actor)
        return Response(
            json: Reply(document: document, url: call.ports.addresses.document(document.id)))
    }
}
