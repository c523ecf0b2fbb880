import Domain
import Words

/// What the author's side may do about the people of a document and its time.
struct RequesterForms: Equatable, Sendable {
    struct Person: Equatable, Sendable {
        let id: String
        let name: String
        let contact: String
        /// Their turn has come: they may be told again.
        let isOpen: Bool
        /// Their page, to be opened on this device for signing face to face.
        let meeting: String?
    }

    let address: String
    let alert: String?
    let needsApproval: Bool
    let people: [Person]
    let hasPeople: Bool
    /// The last day, as a date field has it; `nil` where none can be set.
    let deadline: Deadline?

    struct Deadline: Equatable, Sendable {
        let day: String
    }
}

extension RequesterForms {
    /// `nil` where there is nothing to do.
    init?(
        _ document: Document, refused note: RefusalNote?, key: LinkKey, zoneOffsetMinutes: Int
    ) {
        let isSigning = document.state == .signing
        let people =
            isSigning
            ? document.recipients.filter { $0.role.acts && $0.turn?.isDone == false } : []
        guard isSigning || document.state == .awaitingApproval || note != nil else { return nil }
        self.init(
            address: "/documents/\(document.id)", alert: note?.text,
            needsApproval: document.state == .awaitingApproval,
            people: people.map { Person($0, of: document, key) }, hasPeople: !people.isEmpty,
            deadline: isSigning
                ? Deadline(document.schedule.deadline, zoneOffsetMinutes: zoneOffsetMinutes) : nil)
    }
}

extension RequesterForms.Person {
    fileprivate init(_ recipient: Recipient, of document: Document, _ key: LinkKey) {
        let isOpen = recipient.turn?.isOpen == true
        let code = key.code(
            document: document.id, party: .recipient(recipient.id), round: document.round,
            generation: recipient.link.generation)
        self.init(
            id: "\(recipient.id)", name: recipient.displayName, contact: recipient.contact.text,
            isOpen: isOpen,
            meeting: document.terms.isFaceToFace && isOpen ? "/sign/\(code)" : nil)
    }
}

extension RequesterForms.Deadline {
    fileprivate init(_ deadline: Instant?, zoneOffsetMinutes: Int) {
        let local = deadline?.adding(seconds: Int64(zoneOffsetMinutes) * 60)
        day = local.flatMap { CivilTime($0) }?.dayText ?? ""
    }
}

extension CivilTime {
    /// `2026-11-23`.
    fileprivate var dayText: String {
        func padded(_ number: Int, _ count: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
