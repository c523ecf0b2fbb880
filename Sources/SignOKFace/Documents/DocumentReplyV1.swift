import Domain
import HTTPCommon

/// A whole document as version 1 tells it.
struct DocumentReplyV1: JSONWritable {
    let own: OwnDocument
    let history: History
    let status: Vocabulary.Entry
    let links: Links

    private var document: Document { own.document }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("id", document.id.compact)
            $0.member("title", document.name)
            $0.member("creator_id", document.author.email.text)
            $0.member("creator_name", document.author.name.full)
            $0.member("create_datetime", SeoulTime.dateTime(document.createdAt))
            $0.member("status_description", status.label)
            $0.emptyArray("item")
            $0.key("signer")
            $0.array(own.signers) { $0.write($1.recipient, $1.index) }
            $0.member("view_url", links.document(document))
            $0.member("download_url", links.download(own, .v1))
            $0.key("history")
            $0.array(history.rows.enumerated()) { $1.element.writeV1($1.offset + 1, to: &$0) }
            $0.member("status", "success")
        }
    }
}

extension JSONText {
    fileprivate mutating func write(_ recipient: Recipient, _ index: Int) {
        object {
            $0.member("index", index)
            $0.member("name", recipient.name.full)
            $0.member("email", recipient.contact.email?.text)
            $0.member("mobile", recipient.contact.phone?.text)
            $0.member("type", "SIGNATORY")
            $0.member("type_description", "서명자")
        }
    }
}
