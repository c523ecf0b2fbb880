import TamgaTestKit
import Testing

@testable import Domain

@Suite("What a check of identity is worth, as documents tell it")
struct IdentityEvidenceTests {
    private let engines: Engines

    init() throws { engines = try Engines() }

    static let phrases: [(Language, String)] = [
        (.english, "no legal proof of identity"),
        (.russian, "не является юридическим подтверждением личности"),
        (.korean, "법적 신원 증명 아님"),
    ]

    /// Signed by one person, who was identified by a code to the telephone.
    private func signed(in language: Language) async throws -> Document {
        let party = NewRecipient(
            name: PersonName(lastName: "홍길동", firstName: ""),
            contact: try #require(Contact("010-1234-5678")), number: 1, role: .signer(.simple),
            access: .checks(AccessChecks(phoneName: "홍길동")))
        let document = try await engines.send(
            [SamplePDF.plain().bytes()], to: [party], language: language)
        _ = try await SignOnPage(engines.ports)(
            SignOnPage.Command(
                visit: try await identified(document), code: "", consentVersion: "1",
                origin: .unknown))
        #expect(try await SealDocument(engines.ports)(document.id))
        return try await engines.document(document.id)
    }

    private func identified(_ document: Document) async throws -> LinkVisit {
        let recipient = document.recipients[0]
        let visit = engines.link(of: recipient, in: document)
        _ = try await VerifyIdentity(engines.ports).begin(.phoneIdentity, visit)
        let purpose = Confirmation.Purpose.access(
            document: document.id, recipient: recipient.id, round: document.round)
        let pending = try #require(try await engines.store.pending(purpose))
        let answer = IdentityAnswer(name: "홍길동", code: Sample.codes.code(for: pending.id))
        let pass = try await VerifyIdentity(engines.ports).confirm(.phoneIdentity, answer, visit)
            .pass
        return LinkVisit(code: visit.code, pass: pass)
    }

    /// Without blanks: where lines break is not the matter.
    private func tells(_ phrase: String, _ path: String) async throws -> Bool {
        let text = try await OutsideTool.run("pdftotext", [path, "-"]).output
        return text.filter { !$0.isWhitespace }.contains(phrase.filter { !$0.isWhitespace })
    }

    @Test(
        "the certificate page says that a code to the contact proves no identity",
        arguments: phrases)
    func certificatePage(language: Language, phrase: String) async throws {
        let document = try await signed(in: language)
        let path = try await engines.save(
            DownloadDocument(engines.ports).signed(document.id, by: Engines.author))
        #expect(try await tells(phrase, path))
    }

    @Test("the audit trail says so of the signer and of the check", arguments: phrases)
    func auditTrail(language: Language, phrase: String) async throws {
        let document = try await signed(in: language)
        let file = try await ReadAuditTrail(engines.ports)(document.id, by: Engines.author)
        let path = try engines.folder.write(file.bytes, as: "trail.pdf")
        #expect(try await tells(phrase, path))
        let words = ["이 확인은 법적 신원 증명이 아닙니다", "эта проверка не является", "this check is not legal"]
        var found = 0
        for word in words where try await tells(word, path) { found += 1 }
        #expect(found == 1)
    }
}
