import Domain
import HTTPCommon

/// A template as version 1 tells it.
struct TemplateReplyV1: JSONWritable {
    let template: Template

    func write(to text: inout JSONText) {
        text.object {
            $0.member("id", template.id.compact)
            $0.member("title", template.title)
            $0.member("creator_id", template.creator.email.text)
            $0.member("creator_name", template.creator.name.full)
            $0.member("create_datetime", SeoulTime.dateTime(template.createdAt))
            $0.key("item")
            $0.array(template.numberedParties.flatMap(\.fields)) { write($1, to: &$0) }
            $0.key("signer")
            $0.array(template.numberedParties) { write($1.party, at: $1.index, to: &$0) }
        }
    }

    private func write(_ field: Field, to text: inout JSONText) {
        text.object {
            $0.member("id", field.id)
            $0.member("key", field.key)
            $0.member("value", field.prefilled?.text)
            $0.member("type", field.kind.wireName)
            $0.member("required", field.isRequired)
            $0.member("alias", field.label)
            $0.member("placeholder", field.placeholder)
        }
    }

    private func write(_ party: TemplateParty, at index: Int, to text: inout JSONText) {
        text.object {
            $0.member("index", index)
            $0.member("name", party.name)
            $0.member("email", party.contact?.email?.text)
            $0.member("mobile", party.contact?.phone?.text)
            $0.member("type", party.role.wireName)
            $0.member("type_description", party.role.label)
        }
    }
}
