import Foundation
import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain
@testable import Pages

@Suite("The page of somebody who signs elsewhere")
struct ExternalSigningTests {
    private let world = StubWorld()

    private func person(
        _ user: User, _ method: SignatureMethod = .externalCertificate
    ) -> NewRecipient {
        NewRecipient(
            name: user.name, contact: .email(user.email), role: .signer(method), access: .link)
    }

    private func sent(
        _ method: SignatureMethod = .externalCertificate, fields: [Field] = []
    ) async throws -> Document {
        try await world.sent(
            to: [person(Sample.anna, method), person(Sample.boris)], fields: fields,
            isSequential: false)
    }

    private static let text = Field(
        id: "name", position: 0, kind: .text(maximumLength: 20),
        places: [Field.Place(page: 1, x: 10, y: 10, width: 100, height: 20)], label: "Name",
        isRequired: true, prefilled: nil)

    /// The bytes that the page gives out, as text.
    private func signature(over prepared: Answer) -> String {
        String(decoding: StubExternal.signature(over: prepared.text.utf8), as: UTF8.self)
    }

    @Test("its hooks stand in the order of the contract, and no code is asked for")
    func hooks() async throws {
        let document = try await sent(.corporateCertificate)
        try await browsing(world) { browser in
            let page = try await browser.get(world.link(document, 0))
            #expect(page.status == .ok && page.state == "open")
            let hooks = [
                "data-page=\"1\"", "data-action=\"download-prepared\"", "name=\"cms\"",
                "data-action=\"submit-cms\"", "name=\"reason\"", "data-action=\"decline\"",
            ]
            let places = hooks.map { page.text.range(of: $0)?.lowerBound }
            #expect(!places.contains(nil))
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(!page.text.contains("data-action=\"request-code\""))
            #expect(page.text.contains("A business certificate is wanted."))
        }
    }

    @Test("the bytes are the same at every download, whole and in ranges")
    func download() async throws {
        let document = try await sent()
        try await browsing(world) { browser in
            let address = world.link(document, 0) + "/prepared"
            let first = try await browser.get(address)
            #expect(first.status == .ok && first.text.hasPrefix("%PDF-1.7 sample"))
            #expect(first.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(try await browser.get(address).text == first.text)
            let part = try await browser.get(address, [.range: "bytes=5-9"])
            #expect(part.status == .partialContent && part.text == "1.7 s")
        }
    }

    @Test("a signature that comes back is set in, and the page says so")
    func submit() async throws {
        let document = try await sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let prepared = try await browser.get("\(link)/prepared")
            let answer = try await browser.upload(
                "\(link)/cms", signature(over: prepared), named: "a.sig", field: "cms")
            #expect(answer.status == .seeOther && answer.location == link)
            #expect(try await browser.get(link).state == "signed")
            let approval = try await world.now(document).recipients[0].turn?.approval
            #expect(approval?.confirmation == .externalSignature)
            #expect(approval?.certificate == StubExternal.certificate)
        }
    }

    @Test("afterwards what was signed and the signature are files, for who may read the document")
    func detached() async throws {
        let document = try await sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            #expect(try await browser.get("\(link)/signatures/1.sig").status == .notFound)
            let prepared = try await browser.get("\(link)/prepared")
            _ = try await browser.upload(
                "\(link)/cms", signature(over: prepared), named: "a.sig", field: "cms")
            let page = try await browser.get(link)
            #expect(page.text.contains("href=\"\(link)/signatures/1.bin\""))
            let content = try await browser.get("\(link)/signatures/1.bin")
            #expect(content.text == prepared.text)
            #expect(content.headers[.contentType] == "application/octet-stream")
            let file = try await browser.get("\(link)/signatures/1.sig")
            #expect(file.text == signature(over: prepared))
            #expect(file.headers[.contentType] == "application/pkcs7-signature")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(try await browser.get("\(link)/signatures/2.sig").status == .notFound)
            let other = world.link(document, 1)
            #expect(try await browser.get("\(other)/signatures/1.sig").text == file.text)
            let signedIn = "/documents/\(document.id)/signatures/1.sig"
            #expect(try await browser.get(signedIn).location?.hasPrefix("/login") == true)
        }
    }

    @Test("what is refused is told beside the file, and another may be sent")
    func refused() async throws {
        let document = try await sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let prepared = try await browser.get("\(link)/prepared")
            world.external.find(.untrusted)
            let refused = try await browser.upload(
                "\(link)/cms", signature(over: prepared), named: "a.sig", field: "cms")
            #expect(refused.status == .badRequest && refused.state == "open")
            #expect(refused.text.contains("id=\"cms-problem\""))
            #expect(refused.text.contains("an authority that this server does not trust"))
            world.external.find(nil)
            let answer = try await browser.upload(
                "\(link)/cms", signature(over: prepared), named: "a.sig", field: "cms")
            #expect(answer.status == .seeOther)
        }
    }

    @Test("without a file, too large a one, and before any bytes were prepared: refused")
    func nothing() async throws {
        let document = try await sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let empty = try await browser.upload("\(link)/cms", "", named: "", field: "cms")
            #expect(empty.status == .badRequest && empty.text.contains("id=\"cms-problem\""))
            let early = try await browser.upload("\(link)/cms", "x", named: "a", field: "cms")
            #expect(early.status == .conflict)
            let large = String(repeating: "x", count: 300 << 10)
            let answer = try await browser.upload("\(link)/cms", large, named: "a", field: "cms")
            #expect(answer.status == .contentTooLarge)
        }
    }

    @Test("a form without the page's token is nobody's")
    func token() async throws {
        let document = try await sent()
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let answer = try await browser.upload("\(link)/cms", "x", named: "a", field: "cms")
            #expect(answer.status == .forbidden)
        }
    }

    @Test("what stands in the fields goes into the bytes; a required one is asked for")
    func fields() async throws {
        let document = try await sent(fields: [Self.text])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            let page = try await browser.get(link)
            #expect(page.text.contains("name=\"field.name\""))
            #expect(page.text.contains(/<button[^>]* data-action="download-prepared"/))
            #expect(try await browser.get("\(link)/prepared").status == .badRequest)
            let answer = try await browser.post("\(link)/prepared", ["field.name": "Anna"])
            #expect(answer.status == .seeOther && answer.location == "\(link)/prepared")
            let prepared = try await browser.get("\(link)/prepared")
            _ = try await browser.upload(
                "\(link)/cms", signature(over: prepared), named: "a.sig", field: "cms")
            let approval = try await world.now(document).recipients[0].turn?.approval
            #expect(approval?.entries == ["name": "Anna"])
        }
    }

    @Test("what is wrong with the signature is not said at the fields")
    func problemAtItsPlace() async throws {
        let document = try await sent(fields: [Self.text])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let answer = try await browser.upload("\(link)/cms", "", named: "", field: "cms")
            #expect(answer.text.contains("id=\"cms-problem\""))
            #expect(!answer.text.contains("id=\"field-name-problem\""))
        }
    }
}
