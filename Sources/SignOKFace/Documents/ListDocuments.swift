import Domain
import HTTPCommon
import HummingbirdCore

/// `GET` and `POST /api/v1/document` and `/api/v2/document`: a page of the account's documents.
enum ListDocuments {
    struct Request {
        let search: DocumentSearch
        let page: PageNumber

        init(_ parameters: Parameters, _ version: WireVersion, _ words: Vocabulary) throws(Refusal)
        {
            search =
                switch version {
                case .v1: DocumentSearch(title: try parameters.text("title"))
                case .v2: try DocumentSearch(parameters, words)
                }
            page = try parameters.page()
        }
    }

    static func answer(_ version: WireVersion) -> Route.Answer {
        { call in
            let actor = try await call.actor()
            let words = call.face.vocabulary
            let request = try Request(
                await Parameters(call.request, version), version, words)
            let documents = try await SearchDocuments(call.ports)(
                request.search, page: request.page, by: actor)
            let rows = documents.map { DocumentRow(document: $0, status: words[$0.stage]) }
            return switch version {
            case .v1: Response(json: RootEnvelope(root: .document, content: RowsV1(rows: rows)))
            case .v2:
                Response(json: ResultEnvelope(result: PageV2(page: request.page, rows: rows)))
            }
        }
    }

    private struct RowsV1: JSONWritable {
        let rows: [DocumentRow]

        func write(to text: inout JSONText) {
            text.array(rows) { $1.writeV1(to: &$0) }
        }
    }

    private struct PageV2: JSONWritable {
        let page: PageNumber
        let rows: [DocumentRow]

        func write(to text: inout JSONText) {
            text.object {
                $0.member("page", page.number)
                $0.member("per_page", page.rowCount)
                $0.key("documents")
                $0.array(rows) { $1.writeV2(to: &$0) }
            }
        }
    }
}
