import Domain
import HTTPCommon

/// A whole document, its keys in the order of the vendor's sample.
struct DocumentReplyV2: JSONWritable {
    let shown: ShownDocument

    private var document: Document { shown.document }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("id", document.id.compact)
            $0.member("title", document.name)
            $0.member("status_description", shown.status.label)
            $0.member("status", shown.status.code)
            $0.member("expired_date", document.schedule.deadline.map(SeoulTime.date))
            $0.member("view_url", shown.links.document(document))
            $0.member("download_url", shown.links.download(shown.own, .v2))
            $0.member("creator_id", document.author.email.text)
            $0.member("creator_name", document.author.name.full)
            $0.member("create_datetime", SeoulTime.dateTime(document.createdAt))
            $0.member("complete_datetime", shown.completedAt.map(SeoulTime.dateTime))
            $0.member("search_code", document.clientID)
            $0.key("attach_files")
            $0.array(document.attachments) { text, file in
                text.object { $0.member("name", file.name) }
            }
            writeOptions(to: &$0)
            writeSigners(to: &$0)
            $0.key("cc_list")
            $0.array(document.copied) { text, recipient in
                text.object { $0.member("contact", recipient.contact.text) }
            }
            $0.key("history")
            $0.array(shown.history.rows.enumerated()) { $1.element.writeV2($1.offset + 1, to: &$0) }
        }
    }

    private func writeOptions(to text: inout JSONText) {
        text.key("options")
        text.object {
            $0.member("meet", document.terms.isFaceToFace)
            $0.member("signer_order", document.isSequential)
        }
    }

    private func writeSigners(to text: inout JSONText) {
        let referees = shown.listsReferees ? document.copied : []
        text.key("signer")
        text.array(shown.parties + referees.map { ShownParty(index: 0, recipient: $0) }) {
            PartyReplyV2(party: $1, shown: shown).write(to: &$0)
        }
    }
}
