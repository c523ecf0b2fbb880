import Domain
import HTTPCommon

/// Who had to do with an event: name and address as they were then.
struct HistoryPerson: Equatable, Sendable {
    var name: String?
    var contact: String?
}

/// One line of a document's history.
struct HistoryRow: Equatable, Sendable {
    let event: History.Event
    let person: HistoryPerson
    let at: Instant

    func writeV1(_ index: Int, to text: inout JSONText) {
        text.object {
            $0.member("index", index)
            $0.member("name", person.name)
            $0.member("email", person.contact)
            writeEvent(to: &$0)
        }
    }

    func writeV2(_ index: Int, to text: inout JSONText) {
        text.object {
            $0.member("index", index)
            $0.member("name", person.name)
            $0.member("contact", person.contact)
            writeEvent(to: &$0)
        }
    }

    private func writeEvent(to text: inout JSONText) {
        text.member("status_description", event.rawValue)
        text.member("history_datetime", SeoulTime.dateTime(at))
    }
}

extension Document {
    /// Whom the event is about: an invitation the invited, the end of all the author, anything else
    /// whoever acted.
    func person(_ row: AuditRow) throws -> HistoryPerson {
        let entry = try row.entry()
        switch row.kind {
        case .sealed: return HistoryPerson(name: author.name.full, contact: author.email.text)
        case .created, .revoked:
            let isAuthor = entry.email == author.email.text
            return HistoryPerson(
                name: entry.facts["person"] ?? (isAuthor ? author.name.full : nil),
                contact: entry.email)
        default:
            let address = entry.email ?? entry.facts["email"]
            let recipient = recipients.first { $0.email.text == address }
            return HistoryPerson(name: recipient?.name.full, contact: address)
        }
    }
}
