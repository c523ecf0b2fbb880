import TamgaTestKit

@testable import Domain

/// A document with two signers in every state of the contract's table.
enum Stage: String, CaseIterable, Sendable {
    case emptyDraft, parsingDraft, brokenDraft, readyDraft
    case signing, halfSigned, sealing, signed, declined, revoked, deletedDraft, deletedReleased

    var document: Document {
        get throws {
            switch self {
            case .emptyDraft: try Self.draft()
            case .parsingDraft: try Self.parsing()
            case .brokenDraft:
                try Self.parsing().inspected([Sample.id(40): .unusable(.unreadable)], at: now).after
            case .readyDraft: try Self.ready()
            case .signing: try Self.sent()
            case .halfSigned: try Self.sent().signed(by: 0)
            case .sealing: try Self.sent().signed(by: 0).signed(by: 1)
            case .signed:
                try Stage.sealing.document.sealed(Sample.seal, adding: [], context: nil, at: now)
                    .after
            case .declined:
                try Self.sent().declining(by: Sample.id(31), reason: "no", at: now).after
            case .revoked: try Self.sent().acted(.revoke)
            case .deletedDraft: try Self.draft().acted(.deleteDraft)
            case .deletedReleased: try Self.sent().acted(.deleteReleased)
            }
        }
    }

    static func draft(isSequential: Bool = false, numbers: [Int?] = [nil, nil]) throws -> Document {
        let wanted = NewDocument(
            clientID: "dogovor123", name: "Договор", isSequential: isSequential,
            language: .russian,
            recipients: [
                NewRecipient(
                    name: Sample.anna.name, contact: .email(Sample.anna.email), number: numbers[0],
                    role: .signer(.simple), access: .code, requiresVerification: false),
                NewRecipient(
                    name: Sample.boris.name, contact: .email(Sample.boris.email),
                    number: numbers[1],
                    role: .signer(.ownCertificate), access: .code, requiresVerification: true),
            ])
        try wanted.validate()
        return Document.creating(
            wanted, by: Sample.author,
            ids: NewIdentifiers(
                document: Sample.id(20), recipients: [Sample.id(31), Sample.id(32)], files: []),
            links: Sample.links, at: now
        ).after
    }

    static func parsing() throws -> Document {
        try draft().receiving(
            [NewFile(name: "a.pdf", blob: Sample.blob)], ids: [Sample.id(40)], by: Sample.author,
            at: now
        ).after
    }

    static func ready(isSequential: Bool = false) throws -> Document {
        try draft(isSequential: isSequential).receiving(
            [NewFile(name: "a.pdf", blob: Sample.blob)], ids: [Sample.id(40)], by: Sample.author,
            at: now
        ).after.inspected([Sample.id(40): .readable(Sample.facts)], at: now).after
    }

    static func sent(isSequential: Bool = false) throws -> Document {
        try ready(isSequential: isSequential).sending(
            PreparedRound(
                base: Sample.blob, layout: Sample.blob, fields: ["p01", "p02"],
                context: Sample.context(1)),
            contexts: [501, 502], by: .system, at: now
        ).after
    }
}

let now = Sample.now

extension Document {
    func signed(by position: Int) throws -> Document {
        try signingChange(by: position).after
    }

    func signingChange(by position: Int) throws -> Change {
        let id = recipients[position].id
        return try signing(
            by: id, Sample.approval,
            revision: Revision(
                round: round, number: position + 2, kind: .signature(id), blob: Sample.blob),
            context: Sample.context(position + 2), at: now)
    }

    func acted(_ action: DocumentAction) throws -> Document {
        try acting(action, by: Sample.author, links: Sample.links, at: now).after
    }
}

/// Swift Testing has a type of this name too.
typealias Confirmation = Domain.Confirmation
