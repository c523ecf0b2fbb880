import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain
@testable import Pages

@Suite("The certificate's addresses")
struct CertificateTests {
    private let world = StubWorld()

    private func finished(_ browser: Browser) async throws -> Document {
        let document = try await world.sent()
        for position in [0, 1] {
            _ = try await world.sign(world.link(document, position), browser)
        }
        return try await world.now(document)
    }

    @Test("a signing link leads to it under the document's name and its own title")
    func link() async throws {
        try await browsing(world) { browser in
            let document = try await finished(browser)
            let answer = try await browser.get(world.link(document, 0) + "/certificate")
            #expect(answer.status == .ok && answer.text.hasPrefix("certificate of"))
            #expect(answer.headers[.contentType] == "application/pdf")
            let title = "%20%E2%80%93%20Signing%20certificate.pdf"
            #expect(answer.headers[.contentDisposition]?.contains(title) == true)
        }
    }

    @Test("a file with certificate pages of its own offers no second one on the signing page")
    func notOffered() async throws {
        try await browsing(world) { browser in
            let document = try await finished(browser)
            let page = try await browser.get(world.link(document, 0))
            #expect(!page.text.contains("data-action=\"download-certificate\""))
        }
    }

    @Test("an upload that was signed before offers it on the signing page")
    func offered() async throws {
        world.workshop.find(
            .readable(FileFacts(pageCount: 1, signatureCount: 1, isClean: true, contents: [])))
        try await browsing(world) { browser in
            let document = try await finished(browser)
            let page = try await browser.get(world.link(document, 0))
            #expect(page.text.contains("data-action=\"download-certificate\""))
        }
    }

    @Test("who is not signed in is asked to sign in")
    func login() async throws {
        try await browsing(world) { browser in
            let document = try await finished(browser)
            let answer = try await browser.get("/documents/\(document.id)/certificate")
            #expect(answer.status == .seeOther)
            #expect(answer.location?.hasPrefix("/login?next=") == true)
        }
    }
}
