import Domain
import TamgaTestKit
import Testing

/// Each race is run several times, so that either side may win.
@Suite("Races")
struct RaceTests {
    private static let rounds = 3

    @Test("the same signer twice at once leaves one signature")
    func sameSigner() async throws {
        let site = try await Site()
        for _ in 0..<Self.rounds {
            let sent = try await site.sent()
            let signer = try await site.ready(0, of: sent)
            let outcomes = await atOnce([signer.sign, signer.sign])
            #expect(outcomes.filter(\.isSuccess).count == 1)
            let refusal = try #require(outcomes.compactMap(\.refusal).first)
            #expect([.alreadySigned, .confirmationSpent, .confirmationNotFound].contains(refusal))
            #expect(
                try await site.revisions(of: sent).map(\.kind) == [
                    .base, .layout, .signature(sent.recipients[0].id),
                ])
        }
    }

    @Test("the last two signers at once complete the document")
    func lastTwo() async throws {
        let site = try await Site()
        for _ in 0..<Self.rounds {
            let sent = try await site.sent()
            let first = try await site.ready(0, of: sent)
            let second = try await site.ready(1, of: sent)
            let outcomes = await atOnce([first.sign, second.sign])
            #expect(outcomes.filter(\.isSuccess).count == 2)
            let signed = try await site.sealed(sent.id)
            #expect(try await site.revisions(of: signed).count == 6)
        }
    }

    @Test("signing and declining at once: one wins, and nothing is half done")
    func signAndDecline() async throws {
        let site = try await Site()
        for _ in 0..<Self.rounds {
            let sent = try await site.sent(signers: ["Иванов Иван"])
            let signer = try await site.ready(0, of: sent)
            let outcomes = await atOnce([signer.sign, signer.decline])
            #expect(outcomes.filter(\.isSuccess).count == 1)
            #expect(outcomes.compactMap(\.refusal).count == 1)
            try await expectWhole(sent, isSigned: outcomes[0].isSuccess, at: site)
        }
    }

    @Test("signing and revoking at once: one wins, and nothing is half done")
    func signAndRevoke() async throws {
        let site = try await Site()
        for _ in 0..<Self.rounds {
            let sent = try await site.sent(signers: ["Иванов Иван"])
            let signer = try await site.ready(0, of: sent)
            let outcomes = await atOnce([
                signer.sign,
                { try await ActOnDocument(site.ports)(.revoke, on: sent.id, by: site.author) },
            ])
            #expect(outcomes.filter(\.isSuccess).count == 1)
            #expect(outcomes.compactMap(\.refusal).count == 1)
            try await expectWhole(sent, isSigned: outcomes[0].isSuccess, at: site)
        }
    }

    /// Signature, revision and audit row are there together, or none of them is.
    private func expectWhole(_ sent: Document, isSigned: Bool, at site: Site) async throws {
        let document = try await site.wait(for: sent.id) {
            [.signed, .rejected].contains($0.state.status)
        }
        #expect(document.state.status == (isSigned ? .signed : .rejected))
        #expect((document.recipients[0].turn?.approval != nil) == isSigned)
        #expect(try await site.revisions(of: document).count == (isSigned ? 3 : 2))
        let trail = try await site.ports.documents.auditTrail(of: document.id)
        #expect(trail.filter { $0.kind == .signed }.count == (isSigned ? 1 : 0))
    }
}
