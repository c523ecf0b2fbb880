import Domain
import TamgaTestKit
import Testing

/// Documents that people sign with codes, from upload to signature, over the stubs.
struct Ceremony {
    let world = StubWorld()

    /// Sent to these people at once; the last of them has asked for a code.
    func waiting(for signers: [User] = [Sample.anna]) async throws -> Document {
        let actor = Sample.actor(Sample.author)
        let draft = try await CreateDocument(world.ports)(
            NewDocument(
                clientID: nil, name: "Договор", isSequential: false, language: .russian,
                recipients: signers.map { user in
                    NewRecipient(
                        name: user.name, contact: .email(user.email), role: .signer(.simple),
                        access: .code)
                }), by: actor)
        let file = NewFile(name: "a.pdf", blob: try await world.archive.store([1]))
        _ = try await UploadFiles(world.ports)([file], to: draft.id, by: actor)
        try await world.work()
        let sent = try await stored(draft.id)
        _ = try await RequestSigningCode(world.ports)(link(last(of: sent), of: sent))
        try await world.work()
        return try await stored(draft.id)
    }

    func stored(_ id: DocumentID) async throws -> Document {
        try #require(try await world.ports.documents.document(id))
    }

    func link(_ recipient: Recipient, of document: Document) -> LinkVisit {
        LinkVisit(
            code: Sample.links.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
    }

    /// The last of the recipients, with the code.
    func sign(_ document: Document) async throws {
        _ = try await SignOnPage(world.ports)(
            SignOnPage.Command(
                visit: link(last(of: document), of: document),
                code: try #require(await world.lastCode()), consentVersion: "1", origin: .unknown))
    }

    private func last(of document: Document) -> Recipient {
        document.recipients[document.recipients.count - 1]
    }
}
