import Domain
import HTTPCommon

/// A document in a list.
struct DocumentRow: Sendable {
    let document: FoundDocument
    let status: Vocabulary.Entry

    func writeV1(to text: inout JSONText) {
        text.object {
            $0.member("id", document.id.compact)
            $0.member("title", document.name)
            writeCreation(to: &$0)
            $0.member("status_description", status.label)
        }
    }

    func writeV2(to text: inout JSONText) {
        text.object {
            $0.member("id", document.id.compact)
            $0.member("title", document.name)
            $0.member("status_description", status.label)
            $0.member("status", status.code)
            writeCreation(to: &$0)
            $0.member("complete_datetime", document.completedAt.map(SeoulTime.dateTime))
            $0.member("search_code", document.clientID)
        }
    }

    private func writeCreation(to text: inout JSONText) {
        text.member("creator_id", document.author.email.text)
        text.member("creator_name", document.author.name.full)
        text.member("create_datetime", SeoulTime.dateTime(document.createdAt))
    }
}
