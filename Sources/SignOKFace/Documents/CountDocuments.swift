import Domain
import HTTPCommon
import HummingbirdCore

/// `GET` and `POST /api/v2/document/count`: how many documents a list would tell of.
enum CountDocuments {
    struct Reply: JSONWritable {
        let count: Int

        func write(to text: inout JSONText) {
            text.object { $0.member("count", count) }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let search = try DocumentSearch(
            await Parameters(call.request, .v2), call.face.vocabulary)
        let count = try await SearchDocuments(call.ports).count(search, by: actor)
        return Response(json: ResultEnvelope(result: Reply(count: count)))
    }
}
