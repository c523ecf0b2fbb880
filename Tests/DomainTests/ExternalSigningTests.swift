import TamgaTestKit
import Testing

@testable import Domain

@Suite("Signing elsewhere")
struct ExternalSigningTests {
    private let world = StubWorld()

    /// A document that Anna and Boris sign in parallel, elsewhere.
    private func sent() async throws -> Document {
        let actor = Sample.actor(Sample.author)
        let draft = try await CreateDocument(world.ports)(
            NewDocument(
                clientID: nil, name: "Договор", isSequential: false, language: .russian,
                recipients: [Sample.anna, Sample.boris].map { user in
                    NewRecipient(
                        name: user.name, contact: .email(user.email),
                        role: .signer(.externalCertificate), access: .link)
                }), by: actor)
        let file = NewFile(name: "a.pdf", blob: try await world.archive.store([1]))
        _ = try await UploadFiles(world.ports)([file], to: draft.id, by: actor)
        try await world.work()
        return try await stored(draft.id)
    }

    private func stored(_ id: DocumentID) async throws -> Document {
        try #require(try await world.ports.documents.document(id))
    }

    private func link(_ position: Int, _ document: Document) -> LinkVisit {
        let recipient = document.recipients[position]
        return LinkVisit(
            code: Sample.links.code(
                document: document.id, party: .recipient(recipient.id), round: document.round,
                generation: recipient.link.generation))
    }

    private func prepare(_ position: Int, _ document: Document) async throws -> Download {
        try await PrepareExternalSignature(world.ports)(link(position, document))
    }

    @discardableResult
    private func submit(_ position: Int, _ document: Document) async throws -> Document {
        try await SubmitExternalSignature(world.ports)(
            SubmitExternalSignature.Command(
                visit: link(position, document),
                upload: StubExternal.signature(over: "it".utf8), random: nil, origin: .unknown)
        ).document
    }

    private func trail(_ document: Document) async throws -> [AuditEvent.Kind] {
        try await world.ports.documents.auditTrail(of: document.id).map(\.kind)
    }

    @Test("the same bytes are given until the file has another revision")
    func sameBytes() async throws {
        let document = try await sent()
        let first = try await prepare(0, document)
        #expect(try await prepare(0, document) == first)
        _ = try await prepare(1, document)
        try await submit(1, document)
        #expect(try await prepare(0, document) != first)
    }

    @Test("fetching the bytes leaves the document as it is; entering values is told in the trail")
    func fetching() async throws {
        let document = try await sent()
        _ = try await prepare(0, document)
        #expect(try await stored(document.id) == document)
        _ = try await PrepareExternalSignature(world.ports)(link(0, document), entering: [:])
        #expect(try await trail(document).last == .prepared)
    }

    @Test("bytes of an earlier revision are void: prepare again, and nothing is lost")
    func expired() async throws {
        let document = try await sent()
        _ = try await prepare(0, document)
        _ = try await prepare(1, document)
        try await submit(1, document)
        await #expect(throws: Refusal.preparationExpired) { try await submit(0, document) }
        _ = try await prepare(0, document)
        let signed = try await submit(0, document)
        #expect(signed.recipients.allSatisfy { $0.turn?.approval != nil })
    }

    @Test("nothing can be sent back before bytes were given out")
    func unprepared() async throws {
        let document = try await sent()
        await #expect(throws: Refusal.preparationExpired) { try await submit(0, document) }
    }

    @Test("a refusal changes nothing but the trail, and the signer may try again")
    func refused() async throws {
        let document = try await sent()
        _ = try await prepare(0, document)
        world.external.find(.revoked)
        await #expect(throws: Refusal.externalSignature(.revoked)) { try await submit(0, document) }
        #expect(try await stored(document.id).recipients == document.recipients)
        #expect(try await trail(document).last == .signatureRefused)
        world.external.find(nil)
        #expect(try await submit(0, document).recipients[0].turn?.approval != nil)
    }

    @Test("after one that did not fit, the next bytes leave the room that it needs")
    func room() async throws {
        let document = try await sent()
        let first = try await prepare(0, document)
        world.external.find(.roomExceeded(measured: 5_000, room: StubExternal.room))
        await #expect(throws: Refusal.self) { try await submit(0, document) }
        world.external.find(nil)
        world.clock.advance(seconds: 1)
        #expect(try await prepare(0, document) != first)
        let kept = try await world.store.preparation(
            for: document.recipients[0].id, of: document.id, round: 1)
        #expect(kept?.room == 5_000)
    }

    @Test("whoever signs here is not given bytes to sign elsewhere, nor the other way round")
    func wrongMethod() async throws {
        let document = try await sent()
        await #expect(throws: Refusal.wrongMethod) {
            _ = try await SignOnPage(world.ports)(
                SignOnPage.Command(
                    visit: link(0, document), code: "", consentVersion: "1", origin: .unknown))
        }
    }

    @Test("the last signature owes the seal, which takes the evidence")
    func sealed() async throws {
        let document = try await sent()
        for position in [0, 1] {
            _ = try await prepare(position, document)
            try await submit(position, document)
        }
        let signed = try await stored(document.id)
        #expect(signed.state.status == .signed)
        #expect(signed.recipients.allSatisfy { $0.turn?.approval?.external != nil })
    }

    @Test("what each signed is kept as a file, with the other's signature in the later one")
    func contents() async throws {
        let document = try await sent()
        let first = try await prepare(0, document)
        try await submit(0, document)
        let second = try await prepare(1, document)
        let signed = try await submit(1, document)
        let (download, author) = (DownloadSignature(world.ports), Sample.actor(Sample.author))
        #expect(try await download(.content, by: 1, of: document.id, to: author) == first)
        #expect(try await download(.content, by: 2, of: document.id, to: author) == second)
        #expect(try await stored(document.id) == signed)
    }

    @Test("the signature is the one that came, in a file of its own")
    func signature() async throws {
        let document = try await sent()
        _ = try await prepare(0, document)
        try await submit(0, document)
        let file = try await DownloadSignature(world.ports)(.signature, by: 1, link(1, document))
        #expect(file.hash == ContentHash(of: StubExternal.signature(over: "it".utf8)))
        #expect(file.pieces.map(\.hash) == [file.hash])
    }

    @Test("who may not read the document finds no such file, nor anybody one that is not there")
    func absent() async throws {
        let document = try await sent()
        _ = try await prepare(0, document)
        try await submit(0, document)
        let download = DownloadSignature(world.ports)
        for user in [Sample.stranger, Sample.anna] {
            await #expect(throws: Refusal.documentNotFound) {
                try await download(.content, by: 1, of: document.id, to: Sample.actor(user))
            }
        }
        for number in [0, 2, 3, Int.min, Int.max] {
            await #expect(throws: Refusal.documentNotFound) {
                try await download(.signature, by: number, link(0, document))
            }
        }
    }
}
