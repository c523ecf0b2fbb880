import Domain
import TamgaTestKit
import Testing

@Suite("Revocations in the store")
struct RevocationStoreTests {
    private func revocation(_ serial: String, _ issuer: CertificateIssuer = .issuing) -> Revocation
    {
        Revocation(serial: serial, issuer: issuer, at: now, reason: .keyCompromise)
    }

    private func list(_ draft: RevocationListDraft) -> RevocationList {
        RevocationList(
            issuer: draft.issuer, number: draft.number,
            revocationCount: draft.revocations.count, thisUpdate: now,
            nextUpdate: now.adding(seconds: 60), der: [UInt8(draft.number)])
    }

    @Test("a revocation is kept with its time and reason")
    func kept() async throws {
        let store = try await TemporaryStore.empty()
        #expect(try await store.revocations.revoke(revocation("4F00")))
        #expect(try await store.revocations.revocation(serial: "4F00") == revocation("4F00"))
    }

    @Test("the first revocation stands")
    func first() async throws {
        let store = try await TemporaryStore.empty()
        _ = try await store.revocations.revoke(revocation("4F00"))
        let again = Revocation(
            serial: "4F00", issuer: .issuing, at: now.adding(seconds: 9), reason: .superseded)
        #expect(try await !store.revocations.revoke(again))
        #expect(try await store.revocations.revocation(serial: "4F00") == revocation("4F00"))
    }

    @Test("a revoked certificate is known as such")
    func onCertificate() async throws {
        let store = try await TemporaryStore.empty()
        let record = CertificateRecord.sample(serial: "4F00")
        try await store.certificates.intend(record.intent)
        try await store.certificates.issued(record)
        _ = try await store.revocations.revoke(revocation("4F00"))
        let thumbprint = try #require(record.issued?.facts.thumbprint)
        let found = try await store.certificates.certificate(thumbprint: thumbprint)
        #expect(found?.revokedAt == now)
    }

    @Test("numbers of lists only grow, and each draft holds its issuer's revocations")
    func drafts() async throws {
        let store = try await TemporaryStore.empty()
        let before = try await store.revocations.drawLists()
        _ = try await store.revocations.revoke(revocation("01", .root))
        _ = try await store.revocations.revoke(revocation("02"))
        let after = try await store.revocations.drawLists()
        #expect(before.map(\.number) == [1, 1])
        #expect(after.map(\.number) == [2, 2])
        #expect(after.map { $0.revocations.map(\.serial) } == [["01"], ["02"]])
        #expect(after.map(\.issuer) == [.root, .issuing])
    }

    @Test("a later list is not replaced by an earlier one")
    func order() async throws {
        let store = try await TemporaryStore.empty()
        let (first, second) = (
            try await store.revocations.drawLists(), try await store.revocations.drawLists()
        )
        try await store.revocations.keep(second.map(list))
        try await store.revocations.keep(first.map(list))
        #expect(try await store.revocations.lists().map(\.number) == [2, 2])
    }

    @Test("a drawn number is no list yet")
    func drawn() async throws {
        let store = try await TemporaryStore.empty()
        _ = try await store.revocations.drawLists()
        #expect(try await store.revocations.lists().isEmpty)
    }

    @Test("revocations are counted by issuer")
    func counted() async throws {
        let store = try await TemporaryStore.empty()
        _ = try await store.revocations.revoke(revocation("01", .root))
        _ = try await store.revocations.revoke(revocation("02"))
        _ = try await store.revocations.revoke(revocation("03"))
        #expect(try await store.revocations.revocationCount(of: .root) == 1)
        #expect(try await store.revocations.revocationCount(of: .issuing) == 2)
    }
}
