import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain
@testable import Pages

@Suite("Signing in, documents, checking")
struct AccountTests {
    private let world = StubWorld()

    @Test("a password opens the documents, and signing out closes them")
    func session() async throws {
        let user = try await world.user(password: "correct horse")
        try await browsing(world) { browser in
            #expect(try await browser.get("/documents").location == "/login?next=/documents")
            _ = try await browser.get("/login?next=/documents")
            let wrong = try await browser.post(
                "/login", ["email": user.email.text, "password": "wrong horse"])
            #expect(wrong.status == .unauthorized && wrong.text.contains("role=\"alert\""))
            let right = try await browser.post(
                "/login",
                ["email": user.email.text, "password": "correct horse", "next": "/documents"])
            #expect(right.status == .seeOther && right.location == "/documents")
            let list = try await browser.get("/documents")
            #expect(list.status == .ok && list.text.contains(user.email.text))
            #expect(try await browser.post("/logout").status == .seeOther)
            #expect(try await browser.get("/documents").status == .seeOther)
        }
    }

    @Test("guessing is slowed down, for the right password as well")
    func throttling() async throws {
        let user = try await world.user(password: "correct horse")
        try await browsing(world) { browser in
            _ = try await browser.get("/login")
            for _ in 0..<5 {
                _ = try await browser.post(
                    "/login", ["email": user.email.text, "password": "wrong"])
            }
            let form = ["email": user.email.text, "password": "correct horse"]
            let answer = try await browser.post("/login", form)
            #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] != nil)
            world.clock.advance(seconds: 2)
            #expect(try await browser.post("/login", form).status == .seeOther)
        }
    }

    @Test("an author downloads the originals; nobody else does before all have signed")
    func originals() async throws {
        let user = try await world.user(password: "correct horse")
        let own = try await world.sent(name: "Lease", by: user)
        let foreign = try await world.sent(name: "Other")
        try await browsing(world) { browser in
            let address = "/documents/\(own.id)/files/1"
            #expect(try await browser.get(address).status == .seeOther)
            _ = try await browser.get("/login")
            _ = try await browser.post(
                "/login", ["email": user.email.text, "password": "correct horse"])
            let page = try await browser.get("/documents/\(own.id)")
            #expect(page.text.contains("data-action=\"download-original\" href=\"\(address)\""))
            let file = try await browser.get(address)
            #expect(file.status == .ok && file.text.hasPrefix("%PDF"))
            #expect(try await browser.get("/documents/\(own.id)/files/2").status == .notFound)
            #expect(try await browser.get("/documents/\(foreign.id)/files/1").status == .notFound)
        }
    }

    @Test("a signed-in author sees state, people and history; the finished file is theirs")
    func detail() async throws {
        let user = try await world.user(password: "correct horse")
        let document = try await world.sent(name: "Lease", by: user)
        try await browsing(world) { browser in
            _ = try await browser.get("/login")
            _ = try await browser.post(
                "/login", ["email": user.email.text, "password": "correct horse"])
            let path = "/documents/\(document.id)"
            let page = try await browser.get(path)
            #expect(page.text.contains("Lease") && page.text.contains("Being signed"))
            #expect(page.text.contains("Sent for signing, round 1"))
            #expect(
                !page.text.contains(/timeline\.[a-z]/)
                    && !page.text.contains("data-action=\"download\""))
            #expect(try await browser.get("\(path)/signed").status == .conflict)
            for position in [0, 1] {
                _ = try await world.sign(world.link(document, position), browser)
            }
            #expect(try await browser.get(path).text.contains("data-action=\"download\""))
            #expect(try await browser.get("\(path)/signed").text.hasPrefix("%PDF-"))
        }
    }

    @Test("strangers are offered their link, the same for every id")
    func linkOffer() async throws {
        let document = try await world.sent(name: "Secret plan")
        try await world.work()
        try await browsing(world) { browser in
            let unknown: DocumentID = Sample.id(99)
            let page = try await browser.get("/documents/\(document.id)")
            #expect(page.status == .ok && !page.text.contains("Secret plan"))
            let other = try await browser.get("/documents/\(unknown)")
            #expect(
                page.text.replacing("\(document.id)", with: "ID")
                    == other.text.replacing("\(unknown)", with: "ID"))
        }
    }

    @Test("a link is sent to those who are asked to sign, once a minute, with one answer for all")
    func sendingLinks() async throws {
        let document = try await world.sent()
        try await world.work()
        let mails = await world.store.mails.count
        try await browsing(world) { browser in
            let path = "/documents/\(document.id)"
            _ = try await browser.get(path)
            for email in ["nobody@example.org", "anna@example.net", "ANNA@example.net"] {
                let answer = try await browser.post("\(path)/link", ["email": email])
                #expect(answer.status == .seeOther && answer.location == "\(path)?sent=1")
            }
            try await world.work()
            #expect(await world.store.mails.count == mails + 1)
            let wrong = try await browser.post("\(path)/link", ["email": "no address"])
            #expect(wrong.status == .badRequest && wrong.text.contains("id=\"email-problem\""))
        }
    }

    @Test("checking tells strangers the state and the hash, and nothing else")
    func verification() async throws {
        let document = try await world.sent(name: "Secret plan")
        try await browsing(world) { browser in
            let before = try await browser.get("/verify/\(document.id)")
            #expect(before.text.contains("Being signed"))
            for position in [0, 1] {
                _ = try await world.sign(world.link(document, position), browser)
            }
            guard case .signed(let seal) = try await world.now(document).state else {
                Issue.record("not signed")
                return
            }
            let after = try await browser.get("/verify/\(document.id)")
            #expect(after.text.contains("\(seal.hash)"))
            for secret in ["Secret plan", "anna@", "Петров"] {
                #expect(!after.text.contains(secret))
            }
            #expect(try await browser.get("/verify/nonsense").status == .notFound)
        }
    }

    @Test("a list of documents has tabs and goes on page by page")
    func paging() async throws {
        let user = try await world.user(password: "correct horse")
        for number in 0..<30 {
            _ = try await world.sent(name: "Number \(number)", by: user)
            world.clock.advance(seconds: 1)
        }
        try await browsing(world) { browser in
            _ = try await browser.get("/login")
            _ = try await browser.post(
                "/login", ["email": user.email.text, "password": "correct horse"])
            let first = try await browser.get("/documents?tab=waitsOthers")
            #expect(first.text.ranges(of: "Number ").count == 25)
            let next = try #require(first.text.firstMatch(of: /href="([^"]+)" rel="next"/))
            let address = String(next.1).replacing("&amp;", with: "&")
            let second = try await browser.get(address)
            #expect(second.text.ranges(of: "Number ").count == 5)
            #expect(!second.text.contains("rel=\"next\""))
            #expect(
                try await browser.get("/documents?tab=draft").text.ranges(of: "Number ").isEmpty)
        }
    }
}
