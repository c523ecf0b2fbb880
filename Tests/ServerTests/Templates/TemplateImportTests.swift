import Domain
import TamgaTestKit
import Testing

@testable import Server

@Suite("Importing a template")
struct TemplateImportTests {
    private let folder: TemporaryFolder
    private let world = StubWorld()

    init() throws { folder = try TemporaryFolder() }

    private func importing(
        replacing part: String = "", by other: String = "", as id: TemplateID? = nil
    ) async throws -> Template {
        let path = try TemplateExample.write(to: folder, replacing: part, by: other)
        return try await TemplateImport(world.ports)(path, as: id, by: Sample.author)
    }

    private func kept() async throws -> [FoundTemplate] {
        let page = try #require(PageNumber(1, rowCount: 10))
        return try await world.ports.templates.templates(in: Sample.author.account, page)
    }

    @Test("the documented example is kept, with what it says")
    func example() async throws {
        let template = try await importing()
        let account = Sample.author.account
        #expect(try await world.ports.templates.template(template.id, in: account) == template)
        #expect(template.title == "매매 계약서" && template.version == 1)
        #expect(template.isSequential && !template.isFaceToFace && template.requiresApproval)
        #expect(template.period?.days == 14)
        #expect(template.files.map(\.file.name) == ["계약서.pdf", "annex.pdf"])
        #expect(template.attachments.map(\.name) == ["약관.txt"])
    }

    @Test("its parties are those of the example")
    func parties() async throws {
        #expect(
            try await importing().parties == [
                TemplateParty(
                    id: "buyer", number: 1, role: .signer(.simple),
                    requests: [
                        AttachmentRequest(name: "신분증 사본", description: "앞면만", isRequired: true)
                    ]),
                TemplateParty(
                    id: "legal", number: 2, role: .reviewer, name: "김 검토",
                    contact: .email(Sample.email("legal@example.org"))),
                TemplateParty(
                    id: "seller", number: 3, role: .signer(.corporateCertificate), name: "이 판매",
                    contact: Contact("01012345678")),
            ])
    }

    @Test("its fields are those of the example")
    func fields() async throws {
        let fields = try await importing().fields
        #expect(
            fields.map(\.id) == [
                "buyer.buyer_name", "buyer.birthday", "buyer.agree", "buyer.city",
                "buyer.delivery", "buyer.stamp", "seller-stamp",
            ])
        #expect(
            fields.map(\.kind) == [
                .text(maximumLength: 40), .text(maximumLength: nil), .checkbox,
                .selectBox(options: ["서울", "부산", "대구"]), .radio(options: ["직접 수령", "택배"]),
                .stamp, .stamp,
            ])
        #expect(fields.map(\.position) == [0, 0, 0, 0, 0, 0, 2])
        #expect(fields.map(\.isRequired) == [true, false, true, false, false, true, false])
        #expect(fields[4].places.map(\.x) == [72, 172])
        #expect(fields[1].format == .date && fields[1].prefilled == .text("1990-01-01"))
        #expect(fields[6].places == [.init(page: 2, x: 320, y: 120, width: 120, height: 60)])
    }

    @Test("a new version keeps id, time of making and the fields' ids")
    func newVersion() async throws {
        let first = try await importing()
        world.clock.advance(seconds: 60)
        let next = try await importing(
            replacing: #""title": "매매 계약서""#, by: #""title": "2판""#, as: first.id)
        #expect(next.id == first.id && next.version == 2 && next.title == "2판")
        #expect(next.createdAt == first.createdAt)
        #expect(next.fields.map(\.id) == first.fields.map(\.id))
        #expect(try await kept().map(\.title) == ["2판"])
    }

    @Test("a version of no template of the account is refused")
    func refusesOrphan() async throws {
        await #expect(throws: Refusal.templateNotFound) {
            try await importing(as: Sample.id(77))
        }
    }

    @Test("a file that cannot be signed is named, and nothing is kept")
    func refusesFile() async throws {
        world.workshop.find(.unusable(.passwordRequired))
        let error = await #expect(throws: TemplateFileError.self) { try await importing() }
        #expect(error?.path == "files[0]")
        #expect(try await kept().isEmpty)
    }

    @Test("each mistake is named by its place, and nothing is kept", arguments: Mistake.all)
    func mistakes(mistake: Mistake) async throws {
        let error = await #expect(throws: TemplateFileError.self) {
            try await importing(replacing: mistake.part, by: mistake.other)
        }
        #expect(error?.path == mistake.path, "\(String(describing: error))")
        #expect(error?.reason.isEmpty == false)
        #expect(try await kept().isEmpty)
    }
}

/// Something that is wrong once one part of the example is another.
struct Mistake: Sendable {
    let part: String
    let other: String
    let path: String

    private init(_ part: String, _ other: String, _ path: String) {
        (self.part, self.other, self.path) = (part, other, path)
    }

    static let all = whole + signers + items

    private static let whole = [
        Mistake(#""title": "매매 계약서","#, "", "title"),
        Mistake(#""매매 계약서""#, "7", "title"),
        Mistake(#""매매 계약서""#, #"" ""#, "title"),
        Mistake(#""매매 계약서""#, #""a\u0007""#, "title"),
        Mistake(#""meet": false"#, #""meat": false"#, "options.meat"),
        Mistake(#""meet": false"#, #""meet": "no""#, "options.meet"),
        Mistake(#""auto_confirm": false"#, #""auto_confirm": 0"#, "auto_confirm"),
        Mistake(#""expire_day": 14"#, #""expire_day": 0"#, "expire_day"),
        Mistake(#""expire_day": 14"#, #""expire_day": 1.5"#, "expire_day"),
        Mistake(#""files": ["#, #""files": [], "attach_files": ["#, "files"),
        Mistake(#""path": "annex.pdf""#, #""path": "none.pdf""#, "files[1].path"),
        Mistake(#""path": "annex.pdf""#, #""file": "annex.pdf""#, "files[1].file"),
        Mistake(#""path": "terms.txt""#, #""path": "none.txt""#, "attach_files[0].path"),
        Mistake(#""title""#, #""title":"#, ""),
    ]

    private static let signers = [
        Mistake(#""index": 2"#, #""index": 1"#, "signer[1].index"),
        Mistake(#""index": 2"#, #""index": 4"#, "signer[1].index"),
        Mistake(#""id": "legal""#, #""id": "buyer""#, "signer[1].id"),
        Mistake(#""SIGNATORY""#, #""SIGNER""#, "signer[0].type"),
        Mistake(#""SIMPLE""#, #""simple""#, "signer[0].sign_method"),
        Mistake(#""corporate""#, #""company""#, "signer[2].certificate"),
        Mistake(#""SIMPLE","#, #""SIMPLE", "certificate": "personal","#, "signer[0].certificate"),
        Mistake(#""REVIEWER","#, #""REVIEWER", "items": [],"#, "signer[1].items"),
        Mistake(#""REVIEWER","#, #""REVIEWER", "sign_method": "SIMPLE","#, "signer[1].sign_method"),
        Mistake(#""legal@example.org""#, #""legal""#, "signer[1].contact"),
        Mistake(#""name": "신분증 사본", "#, "", "signer[0].attach_files[0].name"),
        Mistake(#""name": "김 검토","#, #""nickname": "김","#, "signer[1].nickname"),
    ]

    private static let items = [
        Mistake(#""CHECKBOX""#, #""TICK""#, "signer[0].items[2].type"),
        Mistake(#""type": "STAMP", "alias""#, #""alias""#, "signer[0].items[5].type"),
        Mistake(#""page": 1, "x": 72, "y": 640"#, #""x": 72, "y": 640"#, "signer[0].items[0].page"),
        Mistake(#""page": 1, "x": 72"#, #""page": 3, "x": 72"#, "signer[0].items[0]"),
        Mistake(#""page": 1, "x": 72"#, #""page": 0, "x": 72"#, "signer[0].items[0].page"),
        Mistake(#""w": 180"#, #""w": 0"#, "signer[0].items[0].w"),
        Mistake(#""y": 640"#, #""y": "640""#, "signer[0].items[0].y"),
        Mistake(#""y": 640"#, #""y": 1e400"#, "signer[0].items[0].y"),
        Mistake(#""max_length": 40"#, #""max_length": 0"#, "signer[0].items[0].max_length"),
        Mistake(#""format": "date""#, #""format": "day""#, "signer[0].items[1].format"),
        Mistake(#""1990-01-01""#, #""1990-02-30""#, "signer[0].items[1].value"),
        Mistake(
            #""동의", "required": true"#, #""동의", "required": "y""#, "signer[0].items[2].required"),
        Mistake(#""동의","#, #""동의", "value": "true","#, "signer[0].items[2].value"),
        Mistake(#""동의","#, #""동의", "format": "date","#, "signer[0].items[2].format"),
        Mistake(#"["서울", "부산", "대구"]"#, "[]", "signer[0].items[3].options"),
        Mistake(#""부산""#, #""서울""#, "signer[0].items[3].options"),
        Mistake(#"["직접 수령", "택배"]"#, #"["직접 수령"]"#, "signer[0].items[4].boxes"),
        Mistake(#""boxes": ["#, #""page": 1, "boxes": ["#, "signer[0].items[4].page"),
        Mistake(#""x": 172,"#, "", "signer[0].items[4].boxes[1].x"),
        Mistake(#""id": "seller-stamp""#, #""id": "buyer.city""#, "signer[2].items[0].id"),
    ]
}
