import Domain

/// A whole document, and all that is needed to tell it on either version of the wire.
struct ShownDocument: Sendable {
    let own: OwnDocument
    let history: History
    let status: Vocabulary.Entry
    let links: Links
    /// Those who get a copy stand among the signers of version 2 as well.
    let listsReferees: Bool

    var document: Document { own.document }

    /// Signers and reviewers, by the numbers that this wire gives them: from 1.
    var parties: [ShownParty] {
        document.actingInOrder.enumerated().map { ShownParty(index: $0 + 1, recipient: $1) }
    }

    /// Each field with its own fields.
    func items(of recipient: Recipient) -> [ShownItem] {
        let entries = recipient.turn?.approval?.entries ?? [:]
        return document.fields(of: recipient).map { ShownItem(field: $0, entry: entries[$0.id]) }
    }

    var completedAt: Instant? {
        if case .signed(let seal) = document.state { seal.at } else { nil }
    }
}

struct ShownParty: Sendable {
    let index: Int
    let recipient: Recipient
}

/// A field, and what was entered.
struct ShownItem: Sendable {
    let field: Field
    let entry: String?

    /// What the vendor calls a field's value: a stamp has none, whatever stands in it.
    var value: String? { field.kind == .stamp ? nil : entry }
}

extension SignatureMethod {
    /// Whether the signer brings a certificate is all that this wire tells apart.
    var wireName: String { isExternal ? "CERTIFICATE" : "SIMPLE" }
}
