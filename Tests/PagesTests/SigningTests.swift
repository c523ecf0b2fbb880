import Foundation
import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain
@testable import Pages

@Suite("The signing page")
struct SigningTests {
    private let world = StubWorld()

    @Test("its hooks stand in the order of the contract")
    func hooks() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let page = try await browser.get(world.link(document, 0))
            #expect(page.status == .ok && page.state == "open")
            #expect(page.text.ranges(of: "<main").count == 1)
            let hooks = [
                "data-page=\"1\"", "data-action=\"request-code\"", "name=\"code\"",
                "name=\"consent\"", "data-action=\"sign\"", "name=\"reason\"",
                "data-action=\"decline\"",
            ]
            let places = hooks.map { page.text.range(of: $0)?.lowerBound }
            #expect(!places.contains(nil))
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        }
    }

    @Test("a code and consent sign; with the last signature the file is there")
    func signing() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            for position in [0, 1] {
                let link = world.link(document, position)
                let answer = try await world.sign(link, browser)
                #expect(answer.status == .seeOther && answer.location == link)
                let page = try await browser.get(link)
                #expect(page.state == "signed")
                #expect(!page.text.contains("data-action=\"sign\""))
                #expect(page.text.contains("data-action=\"download\"") == (position == 1))
            }
            let file = try await browser.get(world.link(document, 0) + "/signed")
            #expect(file.status == .ok && file.text.hasPrefix("%PDF-"))
            #expect(file.headers[.contentType] == "application/pdf")
        }
    }

    @Test("without consent nothing is signed, and the reason stands beside the box")
    func consent() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/code")
            try await world.work()
            let code = await world.lastCode() ?? ""
            let answer = try await browser.post("\(link)/sign", ["code": code])
            #expect(answer.status == .badRequest && answer.state == "open")
            #expect(answer.text.contains("id=\"consent-problem\""))
            #expect(try await world.now(document).recipients[0].turn?.approval == nil)
        }
    }

    @Test("rules that were not shown cannot be accepted")
    func otherRules() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/code")
            try await world.work()
            let answer = try await browser.post(
                "\(link)/sign", ["code": await world.lastCode() ?? "", "consent": "1999-01"])
            #expect(answer.status == .badRequest)
        }
    }

    @Test("a wrong code is told beside its field, and consent is remembered")
    func wrongCode() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/code")
            let answer = try await browser.post(
                "\(link)/sign", ["code": "abcdef", "consent": "on"])
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("id=\"code-problem\""))
            #expect(answer.text.contains("4 attempts left"))
            #expect(answer.text.contains(/name="consent"[^>]* checked/))
        }
    }

    @Test("a second code within a minute is refused with the time to wait")
    func tooSoon() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            #expect(try await browser.post("\(link)/code").status == .seeOther)
            let answer = try await browser.post("\(link)/code")
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "60")
            #expect(answer.text.contains("id=\"request-problem\""))
        }
    }

    @Test("declining needs a reason and no code; the others then see a closed page")
    func declining() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let refused = try await browser.post("\(link)/decline", ["reason": "  "])
            #expect(refused.status == .badRequest)
            #expect(refused.text.contains("id=\"reason-problem\""))
            let answer = try await browser.post("\(link)/decline", ["reason": "Wrong <sum>"])
            #expect(answer.status == .seeOther)
            let page = try await browser.get(link)
            #expect(page.state == "declined" && page.text.contains("Wrong &lt;sum&gt;"))
            #expect(try await browser.get(world.link(document, 1)).state == "closed")
        }
    }

    @Test("before the turn nothing of the document is shown")
    func waiting() async throws {
        let document = try await world.sent(name: "Secret plan", isSequential: true)
        try await browsing(world) { browser in
            let link = world.link(document, 1)
            let page = try await browser.get(link)
            #expect(page.state == "waiting")
            #expect(!page.text.contains("Secret plan") && !page.text.contains("data-page"))
            #expect(try await browser.get("\(link)/pages/1.png").status == .conflict)
            #expect(try await browser.get("\(link)/files/1").status == .notFound)
            _ = try await browser.get("/login")
            #expect(try await browser.post("\(link)/decline", ["reason": "x"]).status == .conflict)
        }
    }

    @Test("a GET changes nothing, however often and wherever")
    func safe() async throws {
        let document = try await world.sent()
        try await world.work()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let mails = await world.store.mails.count
            for path in [
                "", "/pages/1.png", "/pages/1.txt", "/files/1", "/signed", "/code", "/sign",
                "/decline", "/opened",
            ] {
                _ = try await browser.get(link + path)
            }
            #expect(try await world.now(document) == document)
            #expect(await world.store.mails.count == mails)
        }
    }

    @Test("the first gesture is recorded by a POST, once")
    func opening() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            #expect(try await browser.post("\(link)/opened").status == .seeOther)
            let opened = try await world.now(document)
            #expect(opened.recipients[0].turn?.progress == .opened(at: world.clock.now()))
            _ = try await browser.post("\(link)/opened")
            #expect(try await world.now(document).version == opened.version)
        }
    }

    @Test("files below the link: image, text, original")
    func files() async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let image = try await browser.get("\(link)/pages/1.png?width=99999999")
            #expect(image.headers[.contentType] == "image/png")
            #expect(image.headers[.cacheControl]?.hasPrefix("private") == true)
            #expect(try await browser.get("\(link)/pages/1.txt").text.contains("page 1"))
            let original = try await browser.get("\(link)/files/1")
            #expect(original.text == "%PDF-1.7 sample")
            #expect(try await browser.get("\(link)/files/2").status == .notFound)
            #expect(try await browser.get("\(link)/pages/0.png").status == .notFound)
        }
    }

    @Test("an unknown link is not found, whatever is done to it")
    func unknown() async throws {
        try await browsing(world) { browser in
            _ = try await browser.get("/login")
            let link = "/sign/00000000000000000000000000"
            #expect(try await browser.get(link).status == .notFound)
            #expect(try await browser.post("\(link)/code").status == .notFound)
            #expect(try await browser.get("\(link)/signed").status == .notFound)
        }
    }

    @Test("the older form of a link leads to the page")
    func linkURL() async throws {
        try await browsing(world) { browser in
            let answer = try await browser.get("/linkUrl?abc123")
            #expect(answer.status == .seeOther && answer.location == "/sign/abc123")
        }
    }
}
