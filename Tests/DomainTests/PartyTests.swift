import TamgaTestKit
import Testing

@testable import Domain

@Suite("Signers, reviewers and those who get a copy")
struct PartyTests {
    private static let parties = [
        Round.party(Round.phone, 1, .signer(.simple)),
        Round.party("reviewer@example.net", 2, .reviewer, access: .link),
        Round.party("second@example.net", 3, .signer(.simple)),
        Round.party("copy@example.net", 4, .carbonCopy, access: .link),
    ]

    @Test("a copy is told of at once, and nobody waits for it")
    func copies() throws {
        var round = try Round(Self.parties)
        try round.send()
        #expect(round.told.map(\.to) == ["copy@example.net", "01012345678"])
        try round.sign(0)
        try round.review(1)
        try round.sign(2)
        #expect(round.document.state == .sealing(trouble: nil))
    }

    @Test("whoever comes after a reviewer waits for the review")
    func reviewerStandsInTheOrder() throws {
        var round = try Round(Self.parties)
        try round.send()
        try round.sign(0)
        #expect(round.isOpen(1) && !round.isOpen(2))
        try round.review(1)
        #expect(round.isOpen(2))
    }

    @Test("a reviewer who sends back ends the round with a reason")
    func sendsBack() throws {
        var round = try Round(Self.parties)
        try round.send()
        try round.sign(0)
        let reviewer = round.document.recipients[1].id
        round.take(try round.document.declining(by: reviewer, reason: "다시", at: now))
        #expect(round.document.state.stage == .declined)
        #expect(round.kinds == [.sentBack])
    }

    @Test("a signer does not review, a reviewer does not sign, a copy does neither")
    func rolesAreKept() throws {
        var round = try Round(Self.parties, isSequential: false)
        try round.send()
        let ids = round.document.recipients.map(\.id)
        #expect(throws: Refusal.wrongMethod) {
            try round.document.reviewing(by: ids[0], at: now)
        }
        #expect(throws: Refusal.contextNotFound) {
            try round.document.reviewing(by: ids[3], at: now)
        }
        #expect(throws: Refusal.contextNotFound) {
            try round.document.declining(by: ids[3], reason: "no", at: now)
        }
    }

    @Test("one person acts once, and may get a copy as well")
    func samePerson() throws {
        let twice = Self.parties + [Round.party("second@example.net", 5, .carbonCopy)]
        _ = try Round(twice)
        #expect(throws: Refusal.invalid(path: "signers[4].email", .repeated)) {
            try Round(Self.parties + [Round.party("+82 10 1234 5678", 5, .reviewer)])
        }
    }

    @Test("where approval is asked for, the seal is owed only after it")
    func approval() throws {
        var round = try Round(
            [Self.parties[0]], terms: Terms(requiresApproval: true, sendsWhenReady: false))
        try round.send()
        try round.sign(0)
        #expect(round.document.state == .awaitingApproval)
        #expect(!round.last.work.contains(.seal(round.document.id)))
        round.take(try round.document.approving(by: .system, at: now))
        #expect(round.last.work == [.seal(round.document.id)])
        #expect(throws: Refusal.wrongState) {
            try round.document.approving(by: .system, at: now)
        }
    }
}
