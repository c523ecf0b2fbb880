import Delivery
import Domain
import Letters
import TamgaTestKit
import Testing

@testable import Server

@Suite("Sequential signing")
struct OrderTests {
    @Test("before their step is reached a signer neither reads nor signs")
    func waits() async throws {
        let site = try await Site()
        let sent = try await site.sent(isSequential: true)
        let link = site.link(1, of: sent)
        #expect(try await OpenLink(site.ports)(link).recipient.turn?.progress == .waiting)
        await #expect(throws: Refusal.turnNotReached) {
            try await OpenLink(site.ports).pageText(link, page: 1)
        }
        await #expect(throws: Refusal.turnNotReached) { try await site.ready(1, of: sent) }
    }

    @Test("the second step is invited when the first has signed, and not before")
    func invites() async throws {
        let site = try await Site()
        let sent = try await site.sent(isSequential: true)
        let signer = try await site.ready(0, of: sent)
        #expect(try await letters(to: sent.recipients[1], site) == 0)
        try await signer.sign()
        let open = try await OpenLink(site.ports)(site.link(1, of: sent))
        #expect(open.recipient.turn?.isOpen == true)
        _ = try await site.completed(second: 1, of: sent)
        #expect(try await letters(to: sent.recipients[1], site) >= 1)
    }

    private func letters(to recipient: Recipient, _ site: Site) async throws -> Int {
        try Workplace.spool(site.place.settings).letters()
            .filter { $0.to.contains(recipient.contact.text) }.count
    }
}

extension Site {
    fileprivate func completed(second position: Int, of document: Document) async throws -> Document
    {
        try await ready(position, of: document).sign()
        return try await sealed(document.id)
    }
}
