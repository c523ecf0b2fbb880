import Domain
import HTTPCommon

/// One party of a document. What it does not have is left out, but for the lists and `auth`.
struct PartyReplyV2: JSONWritable {
    let party: ShownParty
    let shown: ShownDocument

    private var recipient: Recipient { party.recipient }

    func write(to text: inout JSONText) {
        text.object {
            $0.member("index", party.index)
            $0.member("type", recipient.role.wireName)
            $0.member("sign_method", recipient.method?.wireName)
            $0.member("name", recipient.role.acts ? recipient.name.full : nil)
            $0.member("contact", recipient.contact.text)
            $0.member("memo", recipient.memo)
            $0.member("view_url", shown.links.party(recipient, of: shown.document))
            $0.key("items")
            $0.array(shown.items(of: recipient)) { $1.writeV2(to: &$0) }
            $0.key("attach_files")
            $0.array(recipient.requests.enumerated()) { write($1.element, at: $1.offset, to: &$0) }
            writeChecks(to: &$0)
        }
    }

    private func write(_ request: AttachmentRequest, at index: Int, to text: inout JSONText) {
        text.object {
            $0.member("name", request.name)
            $0.member("description", request.description)
            $0.member("attached", recipient.turn?.submissions[index] != nil)
        }
    }

    /// The password itself is nowhere: that there is one is told by its mask.
    private func writeChecks(to text: inout JSONText) {
        let checks = recipient.access.checks
        text.key("auth")
        text.object {
            $0.member("password", checks?.passwordHash.map { _ in "****" })
            $0.member("hp", checks?.phoneName)
            $0.member("simple", checks?.appName)
            $0.member("biz_no", checks?.businessNumber)
        }
    }
}

extension ShownItem {
    func writeV2(to text: inout JSONText) {
        text.object {
            $0.member("type", field.kind.wireName)
            $0.member("alias", field.label)
            $0.member("value", value)
            $0.member("key", field.key)
            $0.member("required", field.isRequired)
            if let page = field.places.first?.page { $0.member("page", page) }
        }
    }
}
