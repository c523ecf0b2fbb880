import Domain
import TamgaTestKit
import Testing

@Suite("Lists of what was revoked")
struct RevocationListTests {
    let world = StubWorld()

    private var lists: RevocationLists { RevocationLists(world.ports) }

    private func revoke(_ serial: String) async throws {
        _ = try await world.store.revoke(
            Revocation(
                serial: serial, issuer: .issuing, at: world.clock.now(), reason: .superseded))
    }

    @Test("a first list is owed, and a second is not")
    func first() async throws {
        #expect(try await lists.renewWhereOwed())
        #expect(try await !lists.renewWhereOwed())
    }

    @Test("a list is signed anew every day")
    func daily() async throws {
        _ = try await lists.renewWhereOwed()
        world.clock.advance(seconds: 86_399)
        #expect(try await !lists.renewWhereOwed())
        world.clock.advance(seconds: 1)
        #expect(try await lists.renewWhereOwed())
    }

    @Test("a revocation makes another list owed")
    func revoked() async throws {
        _ = try await lists.renewWhereOwed()
        try await revoke("4F")
        #expect(try await lists.renewWhereOwed())
        #expect(try await lists.published(by: .issuing).revocationCount == 1)
    }

    @Test("a list of the future is not relied upon: the clock was set back")
    func future() async throws {
        _ = try await lists.renewWhereOwed()
        world.clock.advance(seconds: -3_600)
        #expect(try await lists.renewWhereOwed())
    }

    @Test("for a seal a list is made that is not older than the seal's second")
    func fresh() async throws {
        let first = try await lists.fresh()
        world.clock.advance(seconds: 1)
        let second = try await lists.fresh()
        #expect(second.map(\.thisUpdate) == Array(repeating: world.clock.now(), count: 2))
        #expect(zip(first, second).allSatisfy { $0.number < $1.number })
    }

    @Test("seals of one second share a list, unless something was revoked")
    func shared() async throws {
        let first = try await lists.fresh()
        #expect(try await lists.fresh() == first)
        try await revoke("4F")
        #expect(try await lists.fresh() != first)
    }

    @Test("only a certificate that was issued here can be revoked, and once")
    func revoking() async throws {
        let record = CertificateRecord(
            serial: "4F00", purpose: .personal, contact: .email(Sample.email("a@example.org")),
            commonName: "A", requestedAt: world.clock.now())
        try await world.store.intend(record)
        let revoke = RevokeCertificate(world.ports)
        #expect(try await revoke("4E00", because: .superseded) == .unknown)
        let revocation = Revocation(
            serial: "4F00", issuer: .issuing, at: world.clock.now(), reason: .superseded)
        #expect(try await revoke("4f:00", because: .superseded) == .revoked(revocation))
        #expect(try await revoke("4F00", because: .unspecified) == .alreadyRevoked(revocation))
    }

    @Test("a certificate of the server's own is revoked by its issuer")
    func own() async throws {
        guard
            case .revoked(let revocation) = try await RevokeCertificate(world.ports)(
                "40", because: .keyCompromise)
        else {
            Issue.record("not revoked")
            return
        }
        #expect(revocation.issuer == .root)
    }
}
