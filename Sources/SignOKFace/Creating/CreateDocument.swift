import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /api/v1/document/create`: a document from a template, as JSON or with files of its own.
enum CreateDocument {
    struct Request: Sendable {
        let template: TemplateID
        let order: TemplateOrder

        /// The members of the document, wrapped in their root or not.
        init(_ body: JSONField) throws(Refusal) {
            let document = try body.unwrapped(.document)
            template = try document.templateID()
            order = try OrderRequest(document).order
        }

        /// The same in a part of a form.
        init(_ form: QueryItems) throws {
            guard let text = try form.first("document") else {
                throw Refusal.invalid(path: "document", .missing)
            }
            try self.init(JSONField(JSONValue(parsing: Array(text.utf8))))
        }
    }

    struct Reply: JSONWritable {
        let document: Document
        let links: Links

        func write(to text: inout JSONText) {
            text.object {
                $0.member("id", document.id.compact)
                $0.member("status", "success")
                $0.key("signer")
                $0.array(document.actingInOrder.enumerated()) { text, party in
                    text.object {
                        $0.member("name", party.element.name.full)
                        $0.member("index", party.offset + 1)
                        $0.member("view_url", links.party(party.element, of: document))
                    }
                }
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let (request, files) = try await received(call, by: actor)
        let document = try await CreateFromTemplate(call.ports)(
            request.order, from: request.template, files: files, by: actor)
        return Response(
            json: RootEnvelope(
                root: .document, content: Reply(document: document, links: call.links)))
    }

    /// Files are kept once what comes with them is known to be good.
    private static func received(
        _ call: Call, by actor: Actor
    ) async throws -> (Request, [NewFile]) {
        guard call.request.isMultipart else {
            return (try Request(await call.request.jsonBody()), [])
        }
        let upload = FileUpload(archive: call.ports.archive)
        let form = try await upload.form(call.request, files: .documents(in: "document_file")) {
            let request = try Request($0)
            try await CreateFromTemplate(call.ports).admit(
                request.order, from: request.template, by: actor)
        }
        return (try Request(form.fields), form.files.map(\.file))
    }
}
