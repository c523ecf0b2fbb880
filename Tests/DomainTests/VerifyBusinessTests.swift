import TamgaTestKit
import Testing

@testable import Domain

@Suite("The certificate of a business, shown at the door")
struct VerifyBusinessTests {
    private static let number = "1234567890"
    private let world = StubWorld()

    private func sent(
        _ method: SignatureMethod = .simple,
        _ checks: AccessChecks = AccessChecks(businessNumber: Self.number)
    ) async throws -> Document {
        let actor = Sample.actor(Sample.author)
        let party = Round.party(
            "firm@example.com", 1, .signer(method), access: .checks(checks))
        let draft = try await CreateDocument(world.ports)(
            NewDocument(
                clientID: nil, name: "계약서", isSequential: true, language: .korean,
                recipients: [party]), by: actor)
        let file = NewFile(name: "a.pdf", blob: try await world.archive.store([1]))
        _ = try await UploadFiles(world.ports)([file], to: draft.id, by: actor)
        try await world.work()
        return try #require(try await world.ports.documents.document(draft.id))
    }

    private func visit(_ document: Document, pass: String? = nil) -> LinkVisit {
        LinkVisit(
            code: document.noticeLink(document.recipients[0]).code(Sample.links), pass: pass)
    }

    private func challenge(_ document: Document) async throws -> [UInt8] {
        try await VerifyBusiness(world.ports).challenge(visit(document))
    }

    private func show(_ upload: [UInt8], _ document: Document) async throws -> LinkedDocument {
        try await VerifyBusiness(world.ports)(
            VerifyBusiness.Command(visit: visit(document), upload: upload, random: nil)
        ).0
    }

    private func show(
        signatureOver challenge: [UInt8], _ document: Document
    ) async throws -> LinkedDocument {
        try await show(StubExternal.signature(over: challenge), document)
    }

    @Test("a signature over the challenge opens the document")
    func opens() async throws {
        let document = try await sent()
        let linked = try await show(signatureOver: challenge(document), document)
        #expect(linked.isReadable)
    }

    @Test("the trail names the business, the certificate and what was signed")
    func trail() async throws {
        let document = try await sent()
        let challenge = try await challenge(document)
        _ = try await show(signatureOver: challenge, document)
        let row = try #require(try await world.store.auditTrail(of: document.id).last)
        let facts = try row.entry().facts
        #expect(row.kind == .accessGranted && facts["step"] == "businessCertificate")
        #expect(facts["businessNumber"] == Self.number)
        #expect(facts["thumbprint"] == StubExternal.certificate.thumbprint)
        #expect(facts["challenge"] == "\(ContentHash(of: challenge))")
    }

    @Test("fetching the challenge changes nothing, and for a while it stays the same")
    func stays() async throws {
        let document = try await sent()
        let first = try await challenge(document)
        #expect(try await challenge(document) == first)
        #expect(try await world.ports.documents.document(document.id) == document)
        world.clock.advance(seconds: AccessChallenge.periodSeconds)
        #expect(try await challenge(document) != first)
    }

    @Test("a challenge is taken for ten minutes after it was given out, and then no more")
    func expires() async throws {
        let document = try await sent()
        let challenge = try await challenge(document)
        world.clock.advance(seconds: AccessChallenge.periodSeconds)
        #expect(try await show(signatureOver: challenge, document).isReadable)
        world.clock.advance(seconds: AccessChallenge.periodSeconds)
        await #expect(throws: Refusal.wrongCertificate(.otherBytes, attemptsLeft: 4)) {
            try await show(signatureOver: challenge, document)
        }
    }

    @Test("another link's challenge is not taken")
    func otherLink() async throws {
        let other = try await challenge(sent())
        let document = try await sent()
        await #expect(throws: Refusal.wrongCertificate(.otherBytes, attemptsLeft: 4)) {
            try await show(signatureOver: other, document)
        }
    }

    @Test("what is not taken counts at the door with its reason, and the fifth shuts it")
    func wrong() async throws {
        let document = try await sent()
        world.external.find(.untrusted)
        for left in [4, 3, 2, 1] {
            await #expect(throws: Refusal.wrongCertificate(.untrusted, attemptsLeft: left)) {
                try await show([1], document)
            }
        }
        for _ in 0..<2 {
            await #expect(throws: Refusal.accessLocked(retryAfterSeconds: 600)) {
                try await show([1], document)
            }
        }
        try await world.work()
        #expect(await world.store.mails.last?.contact == .email(Sample.author.email))
        await #expect(throws: Refusal.accessLocked(retryAfterSeconds: 600)) {
            try await challenge(document)
        }
    }

    @Test("the silence of a certificate's authority costs no try")
    func silence() async throws {
        let document = try await sent()
        world.external.find(.revocationUnknown)
        await #expect(throws: Refusal.externalSignature(.revocationUnknown)) {
            try await show([1], document)
        }
        let after = try await world.ports.documents.document(document.id)
        #expect(after?.recipients[0].turn?.gate == AccessGate())
    }

    @Test("it is asked in its order: before the password nothing is given out or tried")
    func order() async throws {
        let document = try await sent(
            .simple, AccessChecks(passwordHash: "x", businessNumber: Self.number))
        await #expect(throws: Refusal.accessRequired) { try await challenge(document) }
        await #expect(throws: Refusal.accessRequired) { try await show([1], document) }
    }

    @Test("who signs with a certificate is not asked for it at the door, but for the contact")
    func certificate() async throws {
        let document = try await sent(.corporateCertificate)
        #expect(document.recipients[0].door == .contact)
        await #expect(throws: Refusal.accessRequired) { try await challenge(document) }
        let linked = try await UnlockLink(world.ports)(
            .contact("firm@example.com"), visit(document)
        ).0
        #expect(linked.isReadable && linked.recipient.wantedBusiness == Self.number)
    }

    @Test("with other checks beside the number the door asks for these")
    func others() async throws {
        let document = try await sent(
            .personalCertificate, AccessChecks(passwordHash: "x", businessNumber: Self.number))
        #expect(document.recipients[0].door == .checks(AccessChecks(passwordHash: "x")))
    }

    @Test("a corporate certificate must be a business's, even where no number was named")
    func corporate() async throws {
        let checks = AccessChecks(passwordHash: "x")
        let corporate = try await sent(.corporateCertificate, checks).recipients[0]
        #expect(corporate.business(provenBy: nil) == .any)
        let personal = try await sent(.personalCertificate, checks).recipients[0]
        #expect(personal.business(provenBy: nil) == nil)
    }
}
