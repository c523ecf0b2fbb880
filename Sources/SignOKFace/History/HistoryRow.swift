import Domain
import HTTPCommon

/// Who had to do with an event: name and address as they were then.
struct HistoryPerson: Equatable, Sendable {
    var name: String?
    var contact: Contact?
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
            $0.member("email", person.contact?.email?.text)
            $0.member("mobile", person.contact?.phone?.text)
            writeEvent(to: &$0)
        }
    }

    func writeV2(_ index: Int, to text: inout JSONText) {
        text.object {
            $0.member("index", index)
            $0.member("name", person.name)
            $0.member("contact", person.contact?.text)
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
    func person(_ kind: AuditEvent.Kind, _ entry: AuditEntry) -> HistoryPerson {
        switch kind {
        case .sealed: HistoryPerson(name: author.name.full, contact: .email(author.email))
        default:
            HistoryPerson(
                name: entry.facts["person"].flatMap { $0.isEmpty ? nil : $0 },
                contact: (entry.facts["contact"] ?? entry.contact).flatMap(Contact.init))
        }
    }
}
