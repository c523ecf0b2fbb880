import HTTPTypes
import PDFSigning
import TamgaTestKit
import Testing
import Words

@testable import Domain
@testable import Pages

@Suite("The page that judges anybody's PDF")
struct VerificationTests {
    private let world = StubWorld()
    private static let pdf = "%PDF-1.7 sample"

    @Test("a file's report names the signer, the verdict and every examination")
    func report() async throws {
        world.workshop.judge(.sample(.passed))
        try await browsing(world) { browser in
            let answer = try await browser.upload("/verify", Self.pdf)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("data-verdict=\"passed\""))
            #expect(answer.text.contains("Anna, Smith"))
            #expect(answer.text.contains("TOTAL-PASSED"))
            #expect(answer.text.contains("2026-11-22 11:05:09 UTC"))
            for name in ["Signature and key", "Changes since", "Revocation"] {
                #expect(answer.text.contains(name), "\(name)")
            }
        }
    }

    @Test("nothing is kept of a file, whatever becomes of it", arguments: [true, false])
    func nothing(isReadable: Bool) async throws {
        if isReadable { world.workshop.judge(.sample(.failed)) }
        try await browsing(world) { browser in
            let answer = try await browser.upload("/verify", Self.pdf)
            #expect(answer.status == (isReadable ? .ok : .unprocessableContent))
            #expect(world.archive.blobCount == 0 && world.archive.openDraftCount == 0)
        }
    }

    @Test("a document's page says whether the file is that document's", arguments: [true, false])
    func match(isSame: Bool) async throws {
        let document = try await world.sent()
        try await browsing(world) { browser in
            for position in 0...1 {
                _ = try await world.sign(world.link(document, position), browser)
            }
            try await world.work()
            let state = try await TellState(world.ports)(document.id)
            let hash = try #require(state.hash)
            world.workshop.judge(.sample(.passed, hash: isSame ? hash : ContentHash(of: [1])))
            let answer = try await browser.upload("/verify/\(document.id)", Self.pdf)
            #expect(answer.text.contains("exactly the file") == isSame)
            #expect(!answer.text.contains("Boris"))
        }
    }

    @Test(
        "what is no PDF is refused beside the field",
        arguments: [("GIF89a", "contract.pdf"), ("", "")])
    func refused(content: String, name: String) async throws {
        try await browsing(world) { browser in
            let answer = try await browser.upload("/verify", content, named: name)
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("id=\"file-problem\""))
        }
    }

    @Test("another site's form is not answered")
    func origin() async throws {
        world.workshop.judge(.sample(.passed))
        try await browsing(world) { browser in
            let answer = try await browser.upload(
                "/verify", Self.pdf, [.origin: "https://evil.example"])
            #expect(answer.status == .forbidden)
        }
    }

    @Test("names in a hostile certificate are encoded")
    func hostile() async throws {
        world.workshop.judge(.sample(.failed, subject: "CN=<script>alert(1)</script>"))
        try await browsing(world) { browser in
            let answer = try await browser.upload("/verify", Self.pdf, named: "<u>.pdf")
            #expect(!answer.text.contains("<script>alert") && !answer.text.contains("<u>"))
        }
    }

    @Test("whoever comes while all places are taken is told to come again")
    func places() async throws {
        let places = Places(count: 1)
        _ = try await places.use {
            await #expect(throws: Refusal.busy) { try await places.use {} }
        }
        try await places.use {}
    }

    @Test("every finding of the verifier has its words", arguments: Words.tags)
    func words(tag: String) {
        for code in PDFSigning.Finding.Code.allCases {
            #expect(Words(tag).has("verify.finding.\(code.rawValue)"), "\(code.rawValue)")
        }
    }

    @Test(
        "a certificate's common name is read from its whole name",
        arguments: [
            ("CN=Anna\\, Smith,O=X", "Anna, Smith"), ("O=X, CN=Anna", "Anna"), ("O=X", "O=X"),
            ("C=KR+CN=홍길동", "홍길동"), ("", ""),
        ])
    func commonName(whole: String, name: String) {
        #expect(CommonName(of: whole).text == name)
    }

    @Test(
        "a stated time is read with its zone",
        arguments: [
            ("D:20261122140509+03'00'", 1_795_345_509), ("D:20261122110509Z", 1_795_345_509),
            ("20261122070509-04'00", 1_795_345_509), ("D:2026", nil), ("D:20261322110509Z", nil),
        ] as [(String, Int64?)])
    func statedTime(text: String, seconds: Int64?) {
        #expect(StatedTime(text).instant?.seconds == seconds)
    }
}

extension FileValidation {
    fileprivate static func sample(
        _ indication: Indication, subject: String = "CN=Anna\\, Smith,O=X",
        hash: ContentHash = ContentHash(of: [0])
    ) -> FileValidation {
        let start = Instant(seconds: 1_700_000_000)
        let signature = FileValidation.Signature(
            field: "p01", kind: .approval, indication: indication, subIndication: nil,
            verdicts: FileValidation.Signature.Examination.allCases.map { .init($0, .passed, []) },
            level: "B-T",
            claim: .init(name: nil, reason: nil, location: nil, time: "D:20261122140509+03'00'"),
            provenAt: nil,
            certificate: .init(
                subject: subject, issuer: "CN=Root", notBefore: start, notAfter: start),
            coversWholeFile: true)
        return FileValidation(
            indication: indication, signatures: [signature], findings: [], hash: hash,
            byteCount: 15, revisionCount: 2)
    }
}
