import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("One-time codes in the store")
struct ConfirmationStoreTests {
    private let purpose = Confirmation.Purpose.certificate(user: Sample.anna.id)

    @Test("a code for a certificate comes back as it went in")
    func roundTripsCertificate() async throws {
        let store = try await TemporaryStore.peopled()
        let code = Confirmation.sample(purpose, number: .max)
        try await store.confirmations.request(code, superseding: nil, owing: .sample)
        #expect(try await store.confirmations.pending(purpose) == code)
        #expect(try await store.confirmations.confirmation(number: .max) == code)
    }

    @Test("a code for signing comes back as it went in")
    func roundTripsSigning() async throws {
        let store = try await TemporaryStore.peopled()
        let document = try await store.tell(try Story().sent())
        let code = Confirmation.signing(document, position: 1)
        try await store.confirmations.request(code, superseding: nil, owing: .sample)
        #expect(try await store.confirmations.pending(code.purpose) == code)
        let other = Confirmation.signing(document, position: 0).purpose
        #expect(try await store.confirmations.pending(other) == nil)
    }

    @Test("the mail is owed with the code")
    func owesMail() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.confirmations.request(
            .sample(purpose), superseding: nil, owing: .sample)
        #expect(try await store.jobs.claim(at: now, leaseSeconds: 60)?.work == .mail(.sample))
    }

    @Test("a new code supersedes the pending one")
    func supersedes() async throws {
        let store = try await TemporaryStore.peopled()
        let (old, new) = (
            Confirmation.sample(purpose, number: 1, id: 60),
            Confirmation.sample(purpose, number: 2, id: 61)
        )
        try await store.confirmations.request(old, superseding: nil, owing: .sample)
        try await store.confirmations.request(new, superseding: old.id, owing: .sample)
        #expect(try await store.confirmations.pending(purpose) == new)
        #expect(try await store.confirmations.confirmation(number: 1)?.outcome == .superseded)
    }

    @Test("of two requests at once one is a conflict and owes no mail")
    func refusesSecondPending() async throws {
        let store = try await TemporaryStore.peopled()
        try await store.confirmations.request(
            .sample(purpose, number: 1, id: 60), superseding: nil, owing: .sample)
        await #expect(throws: VersionConflict()) {
            try await store.confirmations.request(
                .sample(purpose, number: 2, id: 61), superseding: nil, owing: .sample)
        }
        #expect(try await store.count("SELECT COUNT(*) FROM job") == 1)
    }

    @Test("of two tries on the same state one is a conflict, so that no try is free")
    func countsEachTry() async throws {
        let store = try await TemporaryStore.peopled()
        let code = Confirmation.sample(purpose)
        try await store.confirmations.request(code, superseding: nil, owing: .sample)
        var tried = code
        tried.attemptsLeft -= 1
        try await store.confirmations.update(code, to: tried)
        await #expect(throws: VersionConflict()) {
            try await store.confirmations.update(code, to: tried)
        }
        #expect(try await store.confirmations.pending(purpose) == tried)
    }

    @Test("a used code is not pending and not usable again")
    func ends() async throws {
        let store = try await TemporaryStore.peopled()
        let code = Confirmation.sample(purpose)
        try await store.confirmations.request(code, superseding: nil, owing: .sample)
        var used = code
        used.outcome = .used
        try await store.confirmations.update(code, to: used)
        #expect(try await store.confirmations.pending(purpose) == nil)
        await #expect(throws: VersionConflict()) {
            try await store.confirmations.update(used, to: used)
        }
    }
}
