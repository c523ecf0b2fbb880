import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain

@Suite("A company's registered stamp on the signing page")
struct CompanyStampTests {
    private static let field = Field(
        id: "Stamp1", position: 0, kind: .stamp,
        places: [Field.Place(page: 1, x: 10, y: 10, width: 100, height: 40)], label: "인감",
        isRequired: true, prefilled: nil)

    private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
    /// As the page's box names it.
    private static let shown = "\(ContentHash(of: picture))"

    /// Anna signs; her company has registered a stamp.
    private func open(
        to contact: String = Sample.anna.email.text, isRegistered: Bool = true,
        _ body: @escaping @Sendable (StubWorld, Document, Browser, String) async throws -> Void
    ) async throws {
        let world = StubWorld()
        let account = try await world.store.account(
            named: "Ромашка", orMake: Sample.author.account)
        let anna = Sample.user(78, email: Sample.anna.email.text)
        try await world.store.add(anna, passwordHash: nil)
        if isRegistered {
            try await RegisterStamp(world.ports)(Self.picture, for: account.id)
        }
        let document = try await world.sent(
            to: [Party.signer(contact)], fields: [Self.field])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/unlock", ["contact": contact])
            try await body(world, document, browser, link)
        }
    }

    @Test("who signs for the company is offered its stamp, and sees it")
    func offered() async throws {
        try await open { _, _, browser, link in
            let page = try await browser.get(link).text
            #expect(page.contains("name=\"stamp.Stamp1\" type=\"checkbox\""))
            #expect(page.contains("data-action=\"company-stamp\""))
            #expect(page.contains("Use the company stamp of Ромашка"))
            let picture = try await browser.get("\(link)/stamp")
            #expect(picture.status == .ok && picture.headers[.contentType] == "image/png")
        }
    }

    @Test("a ticked box is a stamp, and the audit trail names the company")
    func used() async throws {
        try await open { world, document, browser, link in
            let answer = try await browser.post(
                "\(link)/sign", ["consent": "on", "stamp.Stamp1": Self.shown, "field.Stamp1": ""])
            #expect(answer.status == .seeOther)
            let trail = try await world.store.auditTrail(of: document.id)
            let signed = try #require(trail.last { $0.kind == .signed })
            #expect(try signed.entry().facts["companyStamp"] == "Ромашка")
        }
    }

    @Test("a stamp of the signer's own is told as nobody's")
    func own() async throws {
        try await open { world, document, browser, link in
            _ = try await browser.post("\(link)/sign", ["consent": "on", "field.Stamp1": "Анна"])
            let trail = try await world.store.auditTrail(of: document.id)
            let signed = try #require(trail.last { $0.kind == .signed })
            #expect(try signed.entry().facts["companyStamp"] == nil)
        }
    }

    @Test("what was ticked stays ticked when something else is refused")
    func kept() async throws {
        try await open { _, _, browser, link in
            let page = try await browser.post("\(link)/sign", ["stamp.Stamp1": Self.shown])
            #expect(page.status == .badRequest)
            #expect(page.text.contains("data-action=\"company-stamp\" checked"))
        }
    }

    @Test(
        "nobody else is offered it, sees it or uses it",
        arguments: [(Sample.boris.email.text, true), (Sample.anna.email.text, false)])
    func others(contact: String, isRegistered: Bool) async throws {
        try await open(to: contact, isRegistered: isRegistered) { world, document, browser, link in
            #expect(try await !browser.get(link).text.contains("company-stamp"))
            #expect(try await browser.get("\(link)/stamp").status == .notFound)
            let answer = try await browser.post(
                "\(link)/sign", ["consent": "on", "stamp.Stamp1": Self.shown])
            #expect(answer.status == .badRequest)
            #expect(try await world.now(document).recipients[0].turn?.approval == nil)
        }
    }

    @Test("a sender of another account is not given it by naming its user")
    func foreign() async throws {
        let world = StubWorld()
        let own = try await world.store.account(named: "Лютик", orMake: Sample.anna.account)
        try await world.store.add(Sample.anna, passwordHash: nil)
        try await RegisterStamp(world.ports)(Self.picture, for: own.id)
        let document = try await world.sent(
            to: [Party.signer(Sample.anna.email.text)], fields: [Self.field])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/unlock", ["contact": Sample.anna.email.text])
            #expect(try await !browser.get(link).text.contains("company-stamp"))
            #expect(try await browser.get("\(link)/stamp").status == .notFound)
        }
    }

    @Test("another stamp than the one that was shown is not used")
    func changed() async throws {
        try await open { world, document, browser, link in
            let other: [UInt8] = [0x89, 0x50, 0x4E, 0x48]
            try await RegisterStamp(world.ports)(other, for: Sample.author.account)
            let answer = try await browser.post(
                "\(link)/sign", ["consent": "on", "stamp.Stamp1": Self.shown])
            #expect(answer.status == .badRequest)
            #expect(try await world.now(document).recipients[0].turn?.approval == nil)
        }
    }

    @Test("before the door nothing of it is seen")
    func shut() async throws {
        try await open { world, _, _, link in
            try await browsing(world) { stranger in
                let answer = try await stranger.get("\(link)/stamp")
                #expect(answer.status == .notFound)
            }
        }
    }
}
