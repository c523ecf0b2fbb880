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
        private let transaction: BulkID
        /// Those of each document together.
        private let signers: [JSONText]

        init(_ outcome: Domain.CreateInBulk.Outcome, _ links: Links) async throws {
            transaction = outcome.transaction
            signers = try await outcome.documents.mapOnAllCores { document in
                var text = JSONText()
                for (place, recipient) in document.actingInOrder.enumerated() {
                    let party = ShownParty(index: place + 1, recipient: recipient)
                    Self.write(party, of: document, links, to: &text)
                }
                return text
            }
        }

        func write(to text: inout JSONText) {
            text.object {
                $0.member("transaction_id", transaction.compact)
                $0.key("signer")
                $0.array(signers) { $0.values($1) }
            }
        }

        private static func write(
            _ party: ShownParty, of document: Document, _ links: Links, to text: inout JSONText
        ) {
            text.object {
                $0.member("index", party.index)
                $0.member("name", party.recipient.name.full)
                $0.member("view_url", links.party(party.recipient, of: document))
                $0.member("document_id", document.id.compact)
                $0.member("transaction_seq", document.terms.bulk?.sequence)
            }
        }
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
        let outcome = try await Domain.CreateInBulk(call.ports)(
            rows.map { row in
                Domain.CreateInBulk.Row(
                    sequence: row.sequence, order: row.request.filled(from: defaults).order)
            },
            from: body.templateID(), by: actor)
        let reply = try await Reply(outcome, call.links)
        return Response(json: ResultEnvelope(result: reply))
    }

    private static let countOutOfRange = Refusal.invalid(
        path: "bulk_list", .countOutOfRange(minimum: 1, maximum: Domain.CreateInBulk.rowLimit))
}
