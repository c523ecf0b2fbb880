import Domain
import HTTPCommon

/// A whole document as version 1 tells it.
struct DocumentReplyV1: JSONWritable {
    let shown: ShownDocument

    private var document: Document { shown.document }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("id", document.id.compact)
            $0.member("title", document.name)
            $0.member("creator_id", document.author.email.text)
            $0.member("creator_name", document.author.name.full)
            $0.member("create_datetime", SeoulTime.dateTime(document.createdAt))
            $0.member("status_description", shown.status.label)
            $0.key("item")
            $0.array(shown.parties.flatMap { shown.items(of: $0.recipient) }) {
                $1.writeV1(to: &$0)
            }
            $0.key("signer")
            $0.array(shown.parties) { write($1, to: &$0) }
            $0.member("view_url", shown.links.document(document))
            $0.member("download_url", shown.links.download(shown.own, .v1))
            $0.key("history")
            $0.array(shown.history.rows.enumerated()) { $1.element.writeV1($1.offset + 1, to: &$0) }
            $0.member("status", "success")
        }
    }

    private func write(_ party: ShownParty, to text: inout JSONText) {
        let recipient = party.recipient
        text.object {
            $0.member("index", party.index)
            $0.member("name", recipient.name.full)
            $0.member("email", recipient.contact.email?.text)
            $0.member("mobile", recipient.contact.phone?.text)
            $0.member("type", recipient.role.wireName)
            $0.member("type_description", recipient.role.label)
            if let days = document.terms.period?.days { $0.member("expire_day", days) }
        }
    }
}

extension ShownItem {
    fileprivate func writeV1(to text: inout JSONText) {
        text.object {
            $0.member("id", field.id)
            $0.member("key", field.key)
            $0.member("value", value)
            $0.member("type", field.kind.wireName)
            $0.member("required", field.isRequired)
            $0.member("alias", field.label)
            $0.member("placeholder", field.placeholder)
        }
    }
}
