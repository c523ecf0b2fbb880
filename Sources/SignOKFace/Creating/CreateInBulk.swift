import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /api/v2/document/bulk/create`: many documents from one template, all or none.
enum CreateInBulk {
    /// Of the whole body, in bytes.
    static let byteLimit = 64 << 20

    struct Row: Sendable {
        let sequence: String
        let request: OrderRequest

        /// Vendor's clients misspell the row's number. Without one it counts from 1.
        init(_ field: JSONField, place: Int) throws(Refusal) {
            let number = try field.member(of: "transaction_seq", "transacntion_seq")
            sequence = try number.looseText(limit: 100) ?? String(place + 1)
            request = try OrderRequest(field)
        }
    }

    struct Reply: JSONWritable {
        let transaction: BulkID
        /// Those of each document together.
        let signers: [JSONText]

        func write(to text: inout JSONText) {
            text.object {
                $0.member("transaction_id", transaction.compact)
                $0.key("signer")
                $0.array(signers) { $0.values($1) }
            }
        }
    }

    /// The parties that act in a document.
    private static func signers(of document: Document, _ links: Links) -> JSONText {
        var text = JSONText()
        for (place, recipient) in document.actingInOrder.enumerated() {
            text.object {
                $0.member("index", place + 1)
                $0.member("name", recipient.name.full)
                $0.member("view_url", links.party(recipient, of: document))
                $0.member("document_id", document.id.compact)
                $0.member("transaction_seq", document.terms.bulk?.sequence)
            }
        }
        return text
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let (rows, body) = try await call.request.jsonRows("bulk_list", byteLimit: byteLimit) {
            guard $1 < Domain.CreateInBulk.rowLimit else { throw countOutOfRange }
            return try Row($0, place: $1)
        }
        guard try body.member("bulk_list").isAbsent else {
            throw try body.member("bulk_list").malformed
        }
        guard !rows.isEmpty else { throw countOutOfRange }
        let defaults = try OrderRequest(body)
        let links = call.links
        let (transaction, signers) = try await Domain.CreateInBulk(call.ports)(
            rows.map { row in
                Domain.CreateInBulk.Row(
                    sequence: row.sequence, order: row.request.filled(from: defaults).order)
            },
            from: body.templateID(), by: actor, telling: { Self.signers(of: $0, links) })
        let reply = Reply(transaction: transaction, signers: signers)
        return Response(json: ResultEnvelope(result: reply))
    }

    private static let countOutOfRange = Refusal.invalid(
        path: "bulk_list", .countOutOfRange(minimum: 1, maximum: Domain.CreateInBulk.rowLimit))
}
