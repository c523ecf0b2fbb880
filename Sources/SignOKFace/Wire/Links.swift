import Domain

/// The addresses that answers hold.
struct Links: Sendable {
    private let addresses: PublicAddresses
    private let key: LinkKey

    init(_ ports: Ports) {
        addresses = ports.addresses
        key = ports.linkKey
    }

    /// The author's own, which no round replaces.
    func document(_ document: Document) -> String {
        addresses.party(
            code: key.code(
                document: document.id, party: .author(document.author.user), round: 1,
                generation: document.authorLink.generation))
    }

    /// The party's own: derived, so the same at every reading, in a draft as after sending
    /// (contract, Links).
    func party(_ recipient: Recipient, of document: Document) -> String {
        addresses.party(
            code: key.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
    }

    /// `nil` until there is something to download.
    func download(_ own: OwnDocument, _ version: WireVersion) -> String? {
        guard own.stage == .completed else { return nil }
        return "\(addresses.base)\(version.prefix)/document/\(own.document.id.compact)/download"
    }
}
