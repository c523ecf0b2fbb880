import SQLText
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Certificates in the store")
struct CertificateStoreTests {
    private let record = CertificateRecord.sample(serial: "4F00")

    @Test("what was issued for an intent is found by its thumbprint")
    func roundTrips() async throws {
        let store = try await TemporaryStore.empty()
        try await store.certificates.intend(record.intent)
        try await store.certificates.issued(record)
        let thumbprint = try #require(record.issued?.facts.thumbprint)
        #expect(try await store.certificates.certificate(thumbprint: thumbprint) == record)
    }

    @Test("a mere intent is no certificate")
    func hidesIntents() async throws {
        let store = try await TemporaryStore.empty()
        try await store.certificates.intend(record.intent)
        let thumbprint = try #require(record.issued?.facts.thumbprint)
        #expect(try await store.certificates.certificate(thumbprint: thumbprint) == nil)
    }

    @Test("a serial is intended once")
    func refusesKnownSerial() async throws {
        let store = try await TemporaryStore.empty()
        try await store.certificates.intend(record.intent)
        await #expect(throws: SQLError(.uniqueViolation(table: "certificate"), "")) {
            try await store.certificates.intend(record.intent)
        }
    }

    @Test("nothing is issued without an intent, nor twice for one")
    func issuesOncePerIntent() async throws {
        let store = try await TemporaryStore.empty()
        await #expect(throws: (any Error).self) { try await store.certificates.issued(record) }
        try await store.certificates.intend(record.intent)
        try await store.certificates.issued(record)
        await #expect(throws: (any Error).self) { try await store.certificates.issued(record) }
    }
}
