import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain
@testable import Pages

@Suite("Small parts of pages")
struct PartsTests {
    @Test(
        "signing in leads back to our own paths only",
        arguments: [
            ("/documents", "/documents"), ("/documents/AB-12", "/documents/AB-12"),
            ("//evil.example", "/documents"), ("https://evil.example", "/documents"),
            ("/\\evil.example", "/documents"), ("/a?b=c", "/documents"), (nil, "/documents"),
            ("/a\r\nSet-Cookie: x", "/documents"),
        ] as [(String?, String)])
    func returning(wanted: String?, path: String) {
        #expect(ReturnAddress(wanted).path == path)
    }

    @Test("a cursor survives its way through an address")
    func cursor() {
        let cursor = DocumentQuery.Cursor(createdAt: Sample.now, id: Sample.id(3))
        #expect(DocumentQuery.Cursor(cursor.text) == cursor)
        for text in ["", ".", "1.", "x.y", "1.2.3", "99999999999999999999.\(cursor.id)"] {
            #expect(DocumentQuery.Cursor(text) == nil)
        }
    }

    @Test("each further failure doubles the pause, up to a quarter of an hour")
    func throttle() async throws {
        let throttle = Throttle()
        var now = Sample.now
        for _ in 0..<30 {
            await throttle.fail(["k"], at: now)
            now = now.adding(seconds: 1)
        }
        await #expect(throws: Refusal.tooSoon(retryAfterSeconds: 899)) {
            try await throttle.admit(["other", "k"], at: now)
        }
        try await throttle.admit(["other"], at: now)
        try await throttle.admit(["k"], at: now.adding(seconds: 900))
        await throttle.succeed(["k"])
        try await throttle.admit(["k"], at: now)
    }

    @Test("the script and the style sheet may be kept for ever")
    func assets() async throws {
        let world = StubWorld()
        try await browsing(world) { browser in
            for asset in Assets().all {
                let answer = try await browser.get(asset.address)
                #expect(answer.status == .ok)
                #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
            }
            #expect(try await browser.get("/assets/site.css").status == .notFound)
        }
    }
}
