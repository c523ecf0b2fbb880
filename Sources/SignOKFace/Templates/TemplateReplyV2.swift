import Domain
import HTTPCommon

/// A template as version 2 tells it; time and creator under both of the names that clients know.
struct TemplateReplyV2: JSONWritable {
    let template: Template

    func write(to text: inout JSONText) {
        let created = SeoulTime.dateTime(template.createdAt)
        text.object {
            $0.member("id", template.id.compact)
            $0.member("title", template.title)
            $0.member("create_datetime", created)
            $0.member("created_datetime", created)
            $0.member("creator_id", template.creator.email.text)
            $0.member("create_id", template.creator.email.text)
            $0.member("creator_name", template.creator.name.full)
            $0.key("attach_files")
            $0.array(template.attachments) { text, file in
                text.object { $0.member("name", file.name) }
            }
            writeOptions(to: &$0)
            $0.key("signer")
            $0.array(template.numberedParties) {
                write($1.party, at: $1.index, $1.fields, to: &$0)
            }
        }
    }

    private func writeOptions(to text: inout JSONText) {
        text.key("options")
        text.object {
            $0.member("meet", template.isFaceToFace)
            $0.member("signer_order", template.isSequential)
        }
    }

    private func write(
        _ party: TemplateParty, at index: Int, _ fields: [Field], to text: inout JSONText
    ) {
        text.object {
            $0.member("index", index)
            $0.member("id", party.id)
            $0.member("type", party.role.wireName)
            $0.member("sign_method", party.role.method?.wireName)
            $0.key("items")
            $0.array(fields) { write($1, to: &$0) }
            $0.key("attach_files")
            $0.array(party.requests) { write($1, to: &$0) }
        }
    }

    private func write(_ field: Field, to text: inout JSONText) {
        text.object {
            $0.member("type", field.kind.wireName)
            $0.member("key", field.key)
            $0.member("alias", field.label)
            $0.member("required", field.isRequired)
            if let place = field.places.first { $0.member("page", place.page) }
        }
    }

    private func write(_ request: AttachmentRequest, to text: inout JSONText) {
        text.object {
            $0.member("name", request.name)
            $0.member("description", request.description)
            $0.member("required", request.isRequired)
        }
    }
}
