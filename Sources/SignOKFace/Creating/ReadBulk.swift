import Domain
import HTTPCommon
import HummingbirdCore

/// `GET /api/v2/document/bulk/{id}`: how documents stand that were made at once.
enum ReadBulk {
    struct Reply: JSONWritable {
        let transaction: BulkID
        let rows: [BulkRow]
        let vocabulary: Vocabulary

        func write(to text: inout JSONText) {
            text.object {
                $0.member("transaction_id", transaction.compact)
                $0.key("documents")
                $0.array(rows) { text, row in
                    let status = vocabulary[row.stage]
                    text.object {
                        $0.member("transaction_seq", row.sequence)
                        $0.member("id", row.id.compact)
                        $0.member("status", status.code)
                        $0.member("status_description", status.label)
                    }
                }
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        guard let transaction = call.pathID().flatMap(BulkID.init(compact:)) else {
            throw Refusal.bulkNotFound
        }
        let rows = try await Domain.ReadBulk(call.ports)(transaction, by: actor)
        return Response(
            json: ResultEnvelope(
                result: Reply(
                    transaction: transaction, rows: rows, vocabulary: call.face.vocabulary)))
    }
}
