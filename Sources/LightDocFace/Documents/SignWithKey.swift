import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /v1/documents/{documentID}/sign/aes`: signs with the caller's own certificate and key.
enum SignWithKey {
    struct Request {
        let context: Int32
        let thumbprint: String
        let key: String

        /// The context may come as the object that the detail shows, or as its id alone.
        init(_ body: JSONField) throws(Refusal) {
            let context = try body.member("context")
            if case .object = context.value {
                self.context = try context.member("id").int32()
            } else {
                self.context = try context.int32()
            }
            let signature = try body.member("signature")
            thumbprint = try Self.filled(signature.member("thumbprint"))
            key = try Self.filled(signature.member("key"))
        }

        func command(_ document: DocumentID, _ origin: RequestOrigin) -> Domain.SignWithKey.Command
        {
            Domain.SignWithKey.Command(
                document: document, context: context, thumbprint: thumbprint, key: key,
                origin: origin)
        }

        private static func filled(_ field: JSONField) throws(Refusal) -> String {
            let text = try field.string()
            guard !text.allSatisfy(\.isWhitespace) else {
                throw .invalid(path: field.path, .blank)
            }
            return text
        }
    }

    /// A malformed body is told before the state of anything.
    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let request = try Request(await call.request.jsonBody())
        try actor.require(.signDocuments)
        let command = request.command(
            try call.documentID(), call.context.origin(of: call.request))
        let document = try await Domain.SignWithKey(call.ports)(command, by: actor)
        return Response(json: StatusReply(id: document.id, status: document.state.status))
    }
}
