import HTTPTypes
import TamgaTestKit
import Testing
import Words

@testable import Domain
@testable import Pages

@Suite("Languages")
struct LanguageTests {
    private let world = StubWorld()

    @Test("where nothing is known of a visitor, the server's own language is spoken")
    func fallback() {
        let wish = LanguageWish(chosen: nil, accepted: nil, fallback: .korean)
        #expect(wish.language(knowing: nil) == .korean)
        #expect(wish.language(knowing: .russian) == .russian)
    }

    @Test("a page speaks the document's language, in whole", arguments: Language.allCases)
    func whole(language: Language) async throws {
        let document = try await world.sent(language: language)
        try await browsing(world) { browser in
            let page = try await browser.get(
                world.link(document, 0), [.acceptLanguage: "en,ko,ru"])
            #expect(page.language == language.rawValue)
            let shown = page.text.replacing(/<[^>]*>/, with: " ")
            #expect(!shown.contains(/\b(sign|shell|turn|status|consent|count)\.[a-z]/))
            #expect(!shown.contains("{"))
        }
    }

    @Test("a chosen language wins and stays")
    func chosen() async throws {
        let document = try await world.sent(language: .russian)
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            for address in ["\(link)?lang=ko", link, "\(link)?lang=xx"] {
                let page = try await browser.get(address)
                #expect(page.language == "ko", "\(address)")
            }
        }
    }

    @Test(
        "the browser's languages are weighed",
        arguments: [
            ("ko-KR,ko;q=0.9,en;q=0.8", .korean), ("de, ru;q=0.5, en;q=0.7", .english),
            ("de", nil), ("", nil), ("ru;q=0", nil), ("RU-ru", .russian), (";;,q=,-", nil),
        ] as [(String, Language?)])
    func accepted(field: String, language: Language?) {
        #expect(LanguageWish.accepted(field) == language)
    }

    @Test("every refusal has words in every language", arguments: Language.allCases)
    func refusals(language: Language) {
        for refusal in Refusal.samples {
            let note = RefusalNote(refusal, Words(language.rawValue))
            #expect(!note.text.hasPrefix("refusal.") && !note.text.contains("{"), "\(refusal)")
            #expect((400..<600).contains(note.status.code), "\(refusal)")
        }
    }
}

extension Refusal {
    fileprivate static let samples: [Refusal] = [
        .unauthenticated, .permissionMissing(.signDocuments), .invalid(path: "reason", .blank),
        .invalid(path: "reason", .tooLong(limit: 9)), .invalid(path: "email", .malformed),
        .documentNotFound, .linkNotFound, .pageNotFound, .contextNotFound, .wrongState,
        .actionUnavailable(.revoke), .noFiles, .notPDF(fileName: "x"),
        .uploadTooLarge(limit: 1), .tooManyFiles(limit: 1), .turnNotReached, .alreadySigned,
        .wrongMethod, .verificationRequired, .certificateUnusable(.expired), .keyMismatch,
        .notYetSigned, .consentMissing, .confirmationNotFound, .confirmationSpent,
        .confirmationExpired, .wrongCode(attemptsLeft: 2), .tooSoon(retryAfterSeconds: 21), .busy,
    ]
}
