import TamgaTestKit

@testable import Domain

/// The life of a document so far: every change from its creation on.
struct Story {
    private(set) var changes: [Change]
    private let number: UInt8

    var document: Document { changes[changes.count - 1].after }

    /// A draft for Anna and Boris. `number` tells documents apart.
    init(
        _ number: UInt8 = 20, by author: User = Sample.author, isSequential: Bool = false,
        to people: [User] = [Sample.anna, Sample.boris], at time: Instant = now
    ) {
        self.number = number
        let wanted = NewDocument(
            clientID: number % 2 == 0 ? "dogovor/\(number)" : nil, name: "Договор 계약 \(number)",
            isSequential: isSequential, language: .russian,
            recipients: people.enumerated().map { position, person in
                NewRecipient(
                    name: person.name, contact: .email(person.email), number: nil,
                    role: .signer(position == 0 ? .simple : .ownCertificate), access: .code,
                    requiresVerification: position > 0)
            })
        changes = [
            Document.creating(
                wanted, by: author,
                ids: NewIdentifiers(
                    document: Sample.id(number),
                    recipients: people.indices.map { Sample.id(UInt8(100 + $0)) }, files: []),
                links: Sample.links, at: time)
        ]
    }

    func then(_ decide: (Document) throws -> Change) rethrows -> Story {
        var story = self
        story.changes.append(try decide(document))
        return story
    }

    func uploaded(_ ids: [UInt8] = [40], names: [String] = ["a.pdf"]) throws -> Story {
        try then { document in
            try document.receiving(
                names.map { NewFile(name: $0, blob: Sample.blob) }, ids: ids.map { Sample.id($0) },
                by: Sample.author, at: now)
        }
    }

    func inspected(_ finding: FileFinding = .readable(Sample.facts)) throws -> Story {
        try then { document in
            let current = document.files.filter(\.isCurrent).map { ($0.id, finding) }
            return try document.inspected(Dictionary(uniqueKeysWithValues: current), at: now)
        }
    }

    func sent() throws -> Story {
        try uploaded().inspected().released()
    }

    func released() throws -> Story {
        try then { document in
            try document.sending(
                PreparedRound(
                    base: Sample.blob, layout: Sample.blob,
                    fields: document.recipients.indices.map { "p0\($0 + 1)" },
                    context: Sample.context(1)),
                contexts: document.recipients.indices.map { Int32(501 + $0) }, by: .system, at: now)
        }
    }

    func signed(by position: Int) throws -> Story {
        try then { try $0.signingChange(by: position) }
    }

    func sealed() throws -> Story {
        try signed(by: 0).signed(by: 1).then { document in
            try document.sealed(Sample.seal, adding: [], context: nil, at: now)
        }
    }

    func acted(_ action: DocumentAction) throws -> Story {
        try then { try $0.acting(action, by: Sample.author, links: Sample.links, at: now) }
    }

    func declined(by position: Int) throws -> Story {
        try then { document in
            try document.declining(
                by: document.recipients[position].id, reason: "Нет; 'no' \"아니요\"", at: now)
        }
    }
}

extension Document {
    func signingChange(by position: Int) throws -> Change {
        let id = recipients[position].id
        let revision = recipients.filter { $0.turn?.approval != nil }.count + 2
        return try signing(
            by: id, Sample.approval,
            revision: Revision(
                round: round, number: revision, kind: .signature(id), blob: Sample.blob),
            context: Sample.context(revision), at: now)
    }
}
