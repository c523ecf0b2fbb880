import Domain
import TamgaTestKit
import Testing

@Suite("A time-stamp authority that is silent")
struct TimestampOutageTests {
    private let world = StubWorld()

    /// A document that waits for Anna alone, who has asked for her code.
    private func waiting() async throws -> Document {
        let actor = Sample.actor(Sample.author)
        let draft = try await CreateDocument(world.ports)(
            NewDocument(
                clientID: nil, name: "Договор", isSequential: false, language: .russian,
                recipients: [
                    NewRecipient(
                        name: Sample.anna.name, contact: .email(Sample.anna.email), number: nil,
                        role: .signer(.simple), access: .code, requiresVerification: false)
                ]), by: actor)
        let file = NewFile(name: "a.pdf", blob: try await world.archive.store([1]))
        _ = try await UploadFiles(world.ports)([file], to: draft.id, by: actor)
        try await world.work()
        _ = try await RequestSigningCode(world.ports)(link(try await stored(draft.id)))
        try await world.work()
        return try await stored(draft.id)
    }

    private func stored(_ id: DocumentID) async throws -> Document {
        try #require(try await world.ports.documents.document(id))
    }

    private func link(_ document: Document) -> LinkVisit {
        let recipient = document.recipients[0]
        return LinkVisit(
            code: Sample.links.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
    }

    private func sign(_ document: Document) async throws {
        _ = try await SignOnPage(world.ports)(
            SignOnPage.Command(
                visit: link(document), code: try #require(await world.lastCode()),
                consentVersion: "1", origin: .unknown))
    }

    @Test("refuses a signature, and nothing has changed")
    func refused() async throws {
        let document = try await waiting()
        world.sealer.silence(at: .signing)
        await #expect(throws: Refusal.timestampUnavailable) { try await sign(document) }
        #expect(try await stored(document.id) == document)
    }

    @Test("does not use the code up")
    func codeStays() async throws {
        let document = try await waiting()
        world.sealer.silence(at: .signing)
        try? await sign(document)
        world.sealer.silence(at: nil)
        try await sign(document)
        #expect(try await stored(document.id).recipients[0].turn?.approval != nil)
    }

    @Test("leaves the seal owed, with the reason to be seen")
    func sealOwed() async throws {
        let document = try await waiting()
        world.sealer.silence(at: .sealing)
        // The stub's waiting does the work that is owed, which fails here.
        try? await sign(document)
        let reason = "no timestamp: it is silent"
        #expect(try await stored(document.id).state == .sealing(trouble: reason))
    }

    @Test("is forgotten once it answers: the document is sealed")
    func sealedLater() async throws {
        let document = try await waiting()
        world.sealer.silence(at: .sealing)
        try? await sign(document)
        world.sealer.silence(at: nil)
        #expect(try await SealDocument(world.ports)(document.id))
        #expect(try await stored(document.id).state.status == .signed)
    }
}
