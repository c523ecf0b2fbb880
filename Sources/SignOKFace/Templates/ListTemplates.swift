import Domain
import HTTPCommon
import HummingbirdCore

/// `GET` and `POST /api/v1/template`: a page of the account's templates.
enum ListTemplates {
    private struct Rows: JSONWritable {
        let templates: [FoundTemplate]

        func write(to text: inout JSONText) {
            text.array(templates) { text, template in
                text.object {
                    $0.member("id", template.id.compact)
                    $0.member("title", template.title)
                    $0.member("creator_id", template.creator.email.text)
                    $0.member("creator_name", template.creator.name.full)
                    $0.member("create_datetime", SeoulTime.dateTime(template.createdAt))
                }
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let page = try await Parameters(call.request, .v1, of: .template).page()
        let templates = try await ReadTemplates(call.ports).page(page, by: actor)
        return Response(json: RootEnvelope(root: .template, content: Rows(templates: templates)))
    }
}
