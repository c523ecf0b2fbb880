import TamgaTestKit
import Testing

@testable import Domain

@Suite("What a link asks before it shows anything")
struct DoorTests {
    private static func round(_ access: AccessRule) throws -> Round {
        var round = try Round([Round.party(Round.phone, 1, .signer(.simple), access: access)])
        try round.send()
        return round
    }

    @Test("the fifth wrong answer shuts the door for ten minutes, and the sender is told")
    func locks() throws {
        var round = try Self.round(.contact)
        let id = round.document.recipients[0].id
        for left in [4, 3, 2, 1] {
            round.take(try round.document.failingAccess(by: id, at: now))
            #expect(round.document.recipients[0].turn?.gate.attemptsLeft == left)
            #expect(round.told.isEmpty)
        }
        round.take(try round.document.failingAccess(by: id, at: now))
        #expect(round.told.map(\.to) == [Sample.author.email.text])
        #expect(round.kinds == [.accessLocked])
        #expect(throws: Refusal.accessLocked(retryAfterSeconds: 600)) {
            try round.document.failingAccess(by: id, at: now)
        }
        #expect(throws: Refusal.accessLocked(retryAfterSeconds: 1)) {
            try round.document.grantingAccess(
                by: id, .contact, isLast: true, facts: [:], at: now.adding(seconds: 599))
        }
        _ = try round.document.grantingAccess(
            by: id, .contact, isLast: true, facts: [:], at: now.adding(seconds: 600))
    }

    @Test("a right answer makes earlier wrong ones forgotten")
    func forgets() throws {
        var round = try Self.round(.contact)
        let id = round.document.recipients[0].id
        for _ in 1...4 { round.take(try round.document.failingAccess(by: id, at: now)) }
        round.take(
            try round.document.grantingAccess(by: id, .contact, isLast: true, facts: [:], at: now))
        #expect(round.document.recipients[0].turn?.gate == AccessGate())
    }

    @Test("a right answer to an earlier question gives a later one no tries back")
    func keeps() throws {
        let checks = AccessChecks(passwordHash: "x", businessNumber: "1234567890")
        var round = try Self.round(.checks(checks))
        let id = round.document.recipients[0].id
        for _ in 1...4 { round.take(try round.document.failingAccess(by: id, at: now)) }
        round.take(
            try round.document.grantingAccess(
                by: id, .password, isLast: false, facts: [:], at: now))
        #expect(round.document.recipients[0].turn?.gate.attemptsLeft == 1)
    }

    @Test("at the door of a deleted document nothing is tried any more")
    func deleted() throws {
        var round = try Self.round(.contact)
        let id = round.document.recipients[0].id
        round.take(
            try round.document.acting(
                .deleteReleased, by: Sample.author, links: Sample.links, at: now))
        #expect(throws: Refusal.contextNotFound) {
            try round.document.failingAccess(by: id, at: now)
        }
        #expect(throws: Refusal.contextNotFound) {
            try round.document.grantingAccess(by: id, .contact, isLast: true, facts: [:], at: now)
        }
    }

    @Test("a pass opens what it was given for, and nothing else")
    func pass() throws {
        let round = try Self.round(.contact)
        let link = round.document.recipients[0].link
        var pass = Sample.links.pass(nil, for: link, at: now)
        #expect(!pass.opens(.contact) && pass.opens(.code))
        pass.passed = [.contact]
        let spelling = Sample.links.spelling(of: pass)
        #expect(Sample.links.pass(spelling, for: link, at: now).opens(.contact))
        let checks = AccessRule.checks(AccessChecks(passwordHash: "x"))
        #expect(!Sample.links.pass(spelling, for: link, at: now).opens(checks))
        let other = SigningLink(generation: 1, hash: ContentHash(of: [1]))
        #expect(!Sample.links.pass(spelling, for: other, at: now).opens(.contact))
        let late = now.adding(seconds: AccessPass.lifetimeSeconds)
        #expect(!Sample.links.pass(spelling, for: link, at: late).opens(.contact))
        let forged = spelling.replacing("contact", with: "password")
        #expect(!Sample.links.pass(forged, for: link, at: now).opens(checks))
    }

    @Test("another contact makes the old link worthless and is told the new one")
    func readdresses() throws {
        var round = try Self.round(.contact)
        let before = round.document.recipients[0]
        let contact = try #require(Contact("new@example.net"))
        round.take(
            try round.document.readdressing(
                before.id, to: contact, by: .system, links: Sample.links, at: now))
        #expect(round.document.recipients[0].link != before.link)
        #expect(round.told.map(\.to) == ["new@example.net"])
    }

    @Test("an invitation is sent again to whom it is the turn of, with the same link")
    func resends() throws {
        var round = try Self.round(.contact)
        let before = round.document.recipients[0]
        round.take(try round.document.resending(to: [before.id], by: .system, at: now))
        #expect(round.document.recipients[0].link == before.link)
        #expect(round.told.map(\.to) == ["01012345678"] && round.kinds == [.resent])
        try round.sign(0)
        #expect(throws: Refusal.alreadySigned) {
            try round.document.resending(to: [before.id], by: .system, at: now)
        }
    }
}
