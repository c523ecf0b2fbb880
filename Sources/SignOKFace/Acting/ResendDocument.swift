import Domain
import HTTPCommon
import HummingbirdCore

/// `POST /api/v1/document/resend`: tells parties again that it is their turn.
enum ResendDocument {
    struct Reply: JSONWritable {
        let id: DocumentID
        let indices: [Int]

        func write(to text: inout JSONText) {
            text.object {
                $0.member("id", id.compact)
                $0.key("signer")
                $0.array(indices) { text, index in
                    text.object { $0.member("index", index) }
                }
                $0.member("status", "success")
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let actor = try await call.actor()
        let body = try await call.request.jsonBody().unwrapped(.document)
        let id = try body.documentID()
        let document = try await ReadOwnDocument(call.ports)(id, by: actor).document
        let chosen = try body.member("signer").parties(of: document)
        _ = try await ReachRecipients(call.ports).resend(
            id, to: chosen.map(\.recipient.id), by: actor)
        return Response(
            json: RootEnvelope(
                root: .document, content: Reply(id: id, indices: chosen.map(\.index))))
    }
}

extension JSONField {
    /// `[{"index": 1}]`: at least one, and nobody twice.
    fileprivate func parties(of document: Document) throws(Refusal) -> [ShownParty] {
        let parties = document.actingInOrder
        var chosen: [ShownParty] = []
        for element in try elements() {
            let member = try element.member("index")
            guard let index = try member.looseNumber() else { throw member.missing }
            guard index > 0, index <= parties.count else {
                throw .invalid(path: member.path, .unknown)
            }
            guard !chosen.contains(where: { $0.index == index }) else {
                throw .invalid(path: member.path, .repeated)
            }
            chosen.append(ShownParty(index: index, recipient: parties[index - 1]))
        }
        guard !chosen.isEmpty else { throw missing }
        return chosen
    }
}
