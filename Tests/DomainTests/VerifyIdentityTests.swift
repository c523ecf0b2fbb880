import TamgaTestKit
import Testing

@testable import Domain

@Suite("Who somebody is, shown at the door")
struct VerifyIdentityTests {
    /// A document sent to one signer of whom this is asked.
    private struct Visitor {
        let world: StubWorld
        let document: Document
        var pass: String?

        init(
            _ checks: AccessChecks, to contact: String = "010-1234-5678",
            asking identity: any IdentityProvider = ContactIdentity(key: Sample.codes)
        ) async throws {
            world = StubWorld(identity: identity)
            let actor = Sample.actor(Sample.author)
            let draft = try await CreateDocument(world.ports)(
                NewDocument(
                    clientID: nil, name: "계약서", isSequential: true, language: .korean,
                    terms: Terms(),
                    recipients: [
                        Round.party(contact, 1, .signer(.simple), access: .checks(checks))
                    ], fields: [], files: []), by: actor)
            let blob = try await world.archive.store(Array("%PDF-1.7 sample".utf8))
            document = try await UploadFiles(world.ports)(
                [NewFile(name: "a.pdf", blob: blob)], to: draft.id, by: actor)
            try await world.work()
        }

        var visit: LinkVisit {
            LinkVisit(
                code: document.noticeLink(document.recipients[0]).code(Sample.links), pass: pass)
        }

        private var kind: IdentityCheck.Kind {
            document.recipients[0].access.checks?.appName == nil ? .phoneIdentity : .appIdentity
        }

        func begin() async throws -> IdentityStep {
            let step = try await VerifyIdentity(world.ports).begin(kind, visit)
            try await world.work()
            return step
        }

        func confirm(_ name: String, _ code: String) async throws -> LinkedDocument {
            try await passing(name, code).0
        }

        private func passing(
            _ name: String, _ code: String
        ) async throws -> (LinkedDocument, pass: String) {
            try await VerifyIdentity(world.ports)
                .confirm(kind, IdentityAnswer(name: name, code: code), visit)
        }

        /// How the will to sign was confirmed, once identified by this answer.
        func signing(_ name: String, _ code: String) async throws -> Approval.Confirmation? {
            var visitor = self
            visitor.pass = try await passing(name, code).pass
            let linked = try await SignOnPage(world.ports)(
                SignOnPage.Command(
                    visit: visitor.visit, code: "", consentVersion: "1", origin: .unknown))
            return linked.recipient.turn?.approval?.confirmation
        }

        /// The code in the last message.
        func code() async throws -> String {
            let notice = try #require(await world.store.mails.last)
            guard case .accessCode(let id, _) = notice.kind else { throw StubFault("no code") }
            return Sample.codes.code(for: id)
        }

        func trail() async throws -> AuditRow? {
            try await world.store.auditTrail(of: document.id).last
        }
    }

    private let named = AccessChecks(phoneName: "홍길동")

    @Test("a code to the telephone and the name open the document")
    func opens() async throws {
        let visitor = try await Visitor(named)
        #expect(try await visitor.begin() == .code)
        #expect(await visitor.world.store.mails.last?.contact == Contact("01012345678"))
        let linked = try await visitor.confirm("홍 길동", try await visitor.code())
        #expect(linked.isReadable)
    }

    @Test("the audit trail names the provider, and says that this is no legal proof")
    func evidence() async throws {
        let visitor = try await Visitor(named)
        _ = try await visitor.begin()
        _ = try await visitor.confirm("홍길동", try await visitor.code())
        let row = try #require(try await visitor.trail())
        let facts = try row.entry().facts
        #expect(row.kind == .accessGranted && facts["step"] == "phoneIdentity")
        #expect(facts["provider"] == "Tamga" && facts["legalProof"] == "no")
    }

    @Test("a signature after it is told apart from one after legal proof")
    func signature() async throws {
        let visitor = try await Visitor(named)
        _ = try await visitor.begin()
        let code = try await visitor.code()
        #expect(try await visitor.signing("홍길동", code) == .accessChecksWithoutLegalProof)
        let provider = StubIdentity()
        provider.judging(.confirmed(IdentityProof(provider: "PASS", isLegalProof: true)))
        let proven = try await Visitor(named, asking: provider)
        _ = try await proven.begin()
        #expect(try await proven.signing("", "") == .accessChecks)
    }

    @Test("a code works once")
    func once() async throws {
        let visitor = try await Visitor(named)
        _ = try await visitor.begin()
        let code = try await visitor.code()
        _ = try await visitor.confirm("홍길동", code)
        await #expect(throws: Refusal.confirmationNotFound) {
            try await visitor.confirm("홍길동", code)
        }
    }

    @Test("wrong answers count at the door, and the fifth shuts it")
    func wrong() async throws {
        let visitor = try await Visitor(named)
        _ = try await visitor.begin()
        let code = try await visitor.code()
        for left in [4, 3, 2, 1] {
            await #expect(throws: Refusal.wrongAccess(attemptsLeft: left)) {
                try await visitor.confirm("홍길순", code)
            }
        }
        for _ in 0..<2 {
            await #expect(throws: Refusal.accessLocked(retryAfterSeconds: 600)) {
                try await visitor.confirm("홍길순", code)
            }
        }
        await #expect(throws: Refusal.accessLocked(retryAfterSeconds: 600)) {
            try await visitor.begin()
        }
    }

    @Test("a check that was not begun cannot be confirmed")
    func notBegun() async throws {
        let visitor = try await Visitor(named)
        await #expect(throws: Refusal.confirmationNotFound) {
            try await visitor.confirm("홍길동", "000000")
        }
    }

    @Test("nor one that began ten minutes ago")
    func late() async throws {
        let visitor = try await Visitor(named)
        _ = try await visitor.begin()
        let code = try await visitor.code()
        visitor.world.clock.advance(seconds: 600)
        await #expect(throws: Refusal.confirmationExpired) {
            try await visitor.confirm("홍길동", code)
        }
    }

    @Test("a second beginning within a minute is refused, and reaches nobody")
    func tooSoon() async throws {
        let provider = StubIdentity()
        let visitor = try await Visitor(named, asking: provider)
        _ = try await visitor.begin()
        await #expect(throws: Refusal.tooSoon(retryAfterSeconds: 60)) { try await visitor.begin() }
        #expect(provider.checks.count == 1)
    }

    @Test("who has not given the password reaches no provider")
    func order() async throws {
        let hash = try Sample.links.passwordHash(
            of: "열려라", salt: [UInt8](repeating: 1, count: 16))
        let provider = StubIdentity()
        let visitor = try await Visitor(
            AccessChecks(passwordHash: hash.text, phoneName: "홍길동"), asking: provider)
        await #expect(throws: Refusal.accessRequired) { try await visitor.begin() }
        #expect(provider.checks.isEmpty)
        var admitted = visitor
        admitted.pass = try await UnlockLink(visitor.world.ports)(
            .password("열려라"), visitor.visit
        ).pass
        _ = try await admitted.begin()
        #expect(provider.checks.map(\.kind) == [.phoneIdentity])
    }

    @Test("a contracted provider is asked with the real name, sends itself, and is named")
    func contracted() async throws {
        let provider = StubIdentity()
        let visitor = try await Visitor(AccessChecks(appName: "홍길동"), asking: provider)
        provider.beginning(with: .elsewhere(page: "https://pass.example/1"))
        let mails = await visitor.world.store.mails.count
        #expect(try await visitor.begin() == .elsewhere(page: "https://pass.example/1"))
        #expect(await visitor.world.store.mails.count == mails)
        #expect(provider.checks.map(\.name) == ["홍길동"])
        provider.judging(.confirmed(IdentityProof(provider: "PASS", isLegalProof: true)))
        #expect(try await visitor.confirm("", "").isReadable)
        let facts = try #require(try await visitor.trail()).entry().facts
        #expect(facts["provider"] == "PASS" && facts["legalProof"] == "yes")
    }

    @Test("a provider that is out of service changes nothing and costs no try")
    func outage() async throws {
        let provider = StubIdentity()
        let visitor = try await Visitor(named, asking: provider)
        provider.judging(nil)
        await #expect(throws: Refusal.identityUnavailable) { try await visitor.begin() }
        provider.judging(.denied)
        _ = try await visitor.begin()
        provider.judging(nil)
        await #expect(throws: Refusal.identityUnavailable) { try await visitor.confirm("", "") }
        provider.judging(.denied)
        await #expect(throws: Refusal.wrongAccess(attemptsLeft: 4)) {
            try await visitor.confirm("", "")
        }
    }
}
