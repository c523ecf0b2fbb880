import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Codes for access in the store")
struct AccessCodeTests {
    /// A code for signing and one for access, of the same person in the same round.
    private func codes(of document: Document) -> (signing: Confirmation, access: Confirmation) {
        let recipient = document.recipients[0].id
        return (
            .sample(
                .signing(document: document.id, recipient: recipient, round: document.round),
                number: 1, id: 60),
            .sample(
                .access(document: document.id, recipient: recipient, round: document.round),
                number: 2, id: 61)
        )
    }

    @Test("a code for access comes back as it went in, beside one for signing")
    func roundTrip() async throws {
        let store = try await TemporaryStore.peopled()
        let (signing, access) = codes(of: try await store.tell(try Story().sent()))
        for code in [signing, access] {
            try await store.confirmations.request(code, superseding: nil, owing: nil)
        }
        #expect(try await store.confirmations.pending(access.purpose) == access)
        #expect(try await store.confirmations.pending(signing.purpose) == signing)
    }

    @Test("two for access cannot be pending at once")
    func onePending() async throws {
        let store = try await TemporaryStore.peopled()
        let (_, access) = codes(of: try await store.tell(try Story().sent()))
        try await store.confirmations.request(access, superseding: nil, owing: nil)
        await #expect(throws: VersionConflict()) {
            try await store.confirmations.request(
                .sample(access.purpose, number: 3, id: 62), superseding: nil, owing: nil)
        }
    }

    @Test("a check that needs no mail owes none")
    func owesNothing() async throws {
        let store = try await TemporaryStore.peopled()
        let (_, access) = codes(of: try await store.tell(try Story().sent()))
        let before = try await store.count("SELECT COUNT(*) FROM job")
        try await store.confirmations.request(access, superseding: nil, owing: nil)
        #expect(try await store.count("SELECT COUNT(*) FROM job") == before)
    }
}
