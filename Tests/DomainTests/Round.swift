import TamgaTestKit

@testable import Domain

/// A document on its way among any parties, step by step, without engines.
struct Round {
    private(set) var document: Document
    private(set) var last: Change
    private let at: Instant

    init(
        _ recipients: [NewRecipient], isSequential: Bool = true, terms: Terms = Terms(),
        fields: [Field] = [], isSentAtOnce: Bool = false, at: Instant = now
    ) throws {
        self.at = at
        let wanted = NewDocument(
            clientID: nil, name: "계약서", isSequential: isSequential, language: .korean,
            terms: terms, recipients: recipients, fields: fields,
            files: [ReadFile(file: NewFile(name: "a.pdf", blob: Sample.blob), facts: Sample.facts)],
            isSentAtOnce: isSentAtOnce)
        try wanted.validate()
        last = Document.creating(
            wanted, by: Sample.author,
            ids: NewIdentifiers(
                document: Sample.id(20),
                recipients: recipients.indices.map { Sample.id(UInt8(100 + $0)) },
                files: [Sample.id(40)]), links: Sample.links, at: at)
        document = last.after
    }

    static func party(
        _ address: String, _ number: Int, _ role: RecipientRole, access: AccessRule = .contact
    ) -> NewRecipient {
        NewRecipient(
            name: role == .carbonCopy
                ? PersonName(lastName: "", firstName: "")
                : PersonName(lastName: address, firstName: ""),
            contact: Contact(address) ?? .email(Sample.author.email), number: number, role: role,
            access: access)
    }

    static let phone = "010-1234-5678"

    mutating func take(_ change: Change) {
        last = change
        document = change.after
    }

    mutating func send() throws {
        take(
            try document.sending(
                PreparedRound(
                    base: Sample.blob, layout: Sample.blob,
                    fields: document.signers.indices.map { "p0\($0 + 1)" },
                    context: Sample.context(1)),
                contexts: document.recipients.indices.map { Int32($0 + 1) }, by: .system, at: at))
    }

    mutating func sign(_ position: Int, at time: Instant? = nil) throws {
        let recipient = document.recipients[position]
        take(
            try document.signing(
                by: recipient.id, Sample.approval,
                revision: Revision(
                    round: 1, number: 2, kind: .signature(recipient.id), blob: Sample.blob),
                context: Sample.context(2), at: time ?? at))
    }

    mutating func review(_ position: Int) throws {
        take(try document.reviewing(by: document.recipients[position].id, at: at))
    }

    func isOpen(_ position: Int) -> Bool { document.recipients[position].turn?.isOpen == true }

    /// What the last step told people, in order.
    var told: [(kind: Notice.Kind, to: String)] {
        last.work.compactMap { work in
            if case .mail(let notice) = work { (notice.kind, notice.contact.text) } else { nil }
        }
    }

    var kinds: [AuditEvent.Kind] { last.audit.map(\.kind) }
}
