import TamgaTestKit

@testable import Domain

extension StubWorld {
    /// A document for one signer, before its author, who is signed in and has its page open.
    func onAuthorsPage(
        terms: Terms,
        _ body: @escaping @Sendable (StubWorld, Document, Browser) async throws -> Void
    ) async throws {
        let user = try await user(password: "correct horse")
        let draft = try await CreateDocument(ports)(
            NewDocument(
                clientID: nil, name: "계약서", isSequential: true, language: .english,
                terms: terms, recipients: [Party.signer()]), by: Sample.actor(user))
        let blob = try await ports.archive.store(Array("%PDF-1.7".utf8))
        _ = try await UploadFiles(ports)(
            [NewFile(name: "a.pdf", blob: blob)], to: draft.id, by: Sample.actor(user))
        try await work()
        let document = try await now(draft)
        try await browsing(self) { browser in
            _ = try await browser.get("/login")
            _ = try await browser.post(
                "/login", ["email": user.email.text, "password": "correct horse"])
            _ = try await browser.get("/documents/\(document.id)")
            try await body(self, document, browser)
        }
    }
}
