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

    /// When the draft sends itself; `nil` where it is none, or cannot be sent.
    let sending: Sending?

    struct Deadline: Equatable, Sendable {
        let day: String
    }

    struct Sending: Equatable, Sendable {
        /// As a field has it; empty where nothing is settled.
        let moment: String
        /// Not while files are being read, for example.
        let canBeSet: Bool
        let isScheduled: Bool
        /// The server's clock as people read it, with its zone.
        let clock: String
    }
}

extension RequesterForms {
    /// `nil` where there is nothing to do.
    init?(
        _ document: Document, refused note: RefusalNote?, key: LinkKey, zoneOffsetMinutes: Int,
        clock: String
    ) {
        let isSigning = document.state == .signing
        let people =
            isSigning
            ? document.recipients.filter { $0.role.acts && $0.turn?.isDone == false } : []
        let sending = Sending(document, zoneOffsetMinutes: zoneOffsetMinutes, clock: clock)
        guard
            isSigning || document.state == .awaitingApproval || sending != nil || note != nil
        else { return nil }
        self.init(
            address: "/documents/\(document.id)", alert: note?.text,
            needsApproval: document.state == .awaitingApproval,
            people: people.map { Person($0, of: document, key) }, hasPeople: !people.isEmpty,
            deadline: isSigning
                ? Deadline(document.schedule.deadline, zoneOffsetMinutes: zoneOffsetMinutes) : nil,
            sending: sending)
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
        let local = deadline.flatMap { CivilTime($0, zoneOffsetMinutes: zoneOffsetMinutes) }
        day = local?.dayField ?? ""
    }
}

extension RequesterForms.Sending {
    fileprivate init?(_ document: Document, zoneOffsetMinutes: Int, clock: String) {
        let sendsAt = document.schedule.sendsAt
        guard document.state == .draft, document.isReadyToSend || sendsAt != nil else { return nil }
        let local = sendsAt.flatMap { CivilTime($0, zoneOffsetMinutes: zoneOffsetMinutes) }
        self.init(
            moment: local?.dateTimeField ?? "", canBeSet: document.isReadyToSend,
            isScheduled: sendsAt != nil, clock: clock)
    }
}
