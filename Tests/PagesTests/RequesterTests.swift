import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain

@Suite("What the author's side does about a document on its way")
struct RequesterTests {
    private func signedIn(
        terms: Terms = Terms(),
        _ body: @escaping @Sendable (StubWorld, Document, Browser) async throws -> Void
    ) async throws {
        try await StubWorld().onAuthorsPage(terms: terms, body)
    }

    @Test("another contact gets a link of its own, and the old one is absent")
    func contact() async throws {
        try await signedIn { world, document, browser in
            let answer = try await browser.post(
                "/documents/\(document.id)/contact",
                ["recipient": "\(document.recipients[0].id)", "contact": "new@example.net"])
            #expect(answer.status == .seeOther)
            #expect(try await browser.get(world.link(document, 0)).status == .notFound)
            let after = try await world.now(document)
            #expect(after.recipients[0].contact.text == "new@example.net")
            #expect(try await browser.get(world.link(after, 0)).status == .ok)
        }
    }

    @Test("a contact that is none is refused on the page, and nothing has changed")
    func wrongContact() async throws {
        try await signedIn { world, document, browser in
            let answer = try await browser.post(
                "/documents/\(document.id)/contact",
                ["recipient": "\(document.recipients[0].id)", "contact": "nobody"])
            #expect(answer.status == .badRequest && answer.text.contains("role=\"alert\""))
            #expect(try await world.now(document).recipients == document.recipients)
        }
    }

    @Test("an invitation is sent again")
    func resends() async throws {
        try await signedIn { world, document, browser in
            let count = await world.store.mails.count
            _ = try await browser.post(
                "/documents/\(document.id)/resend", ["recipient": "\(document.recipients[0].id)"])
            try await world.work()
            #expect(await world.store.mails.count == count + 1)
        }
    }

    @Test("the deadline is the end of the chosen day")
    func deadline() async throws {
        try await signedIn { world, document, browser in
            let answer = try await browser.post(
                "/documents/\(document.id)/deadline", ["deadline": "2027-01-31"])
            #expect(answer.status == .seeOther)
            let deadline = try await world.now(document).schedule.deadline
            #expect(
                deadline
                    == CivilTime(
                        year: 2027, month: 1, day: 31, hour: 23, minute: 59, second: 59)?.instant)
            let past = try await browser.post(
                "/documents/\(document.id)/deadline", ["deadline": "2020-01-31"])
            #expect(past.status == .badRequest)
        }
    }

    @Test("face to face, the signer's page is opened from here")
    func meets() async throws {
        try await signedIn(terms: Terms(isFaceToFace: true)) { world, document, browser in
            let page = try await browser.get("/documents/\(document.id)").text
            #expect(page.contains("data-action=\"meet\" href=\"\(world.link(document, 0))\""))
        }
    }

    @Test(
        "why a draft could not be sent by itself stands on its page, until something else happens")
    func unsendable() async throws {
        try await signedIn { world, document, browser in
            let users = try await world.ports.accounts.users(email: Sample.author.email)
            let actor = Sample.actor(try #require(users.first))
            for action in [DocumentAction.revoke, .editRejected] {
                _ = try await ActOnDocument(world.ports)(action, on: document.id, by: actor)
            }
            let draft = try await world.now(document)
            let trouble = FieldTrouble("city", .doesNotFit)
            try await world.ports.documents.commit(
                draft.unsendable(because: trouble, at: world.clock.now()))
            let words = "Cannot be sent, field “city”: The text does not fit into the field."
            let page = try await browser.get("/documents/\(document.id)").text
            #expect(page.matches(of: try Regex(words)).count == 2, "\(page)")
            _ = try await UploadFiles(world.ports)(
                [
                    NewFile(
                        name: "b.pdf",
                        blob: try await world.ports.archive.store(Array("%PDF-1.7".utf8)))
                ], to: document.id, by: actor)
            let after = try await browser.get("/documents/\(document.id)").text
            #expect(after.matches(of: try Regex(words)).count == 1)
        }
    }
}
