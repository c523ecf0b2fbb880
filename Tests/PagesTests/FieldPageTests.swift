import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain

@Suite("Fields and files on the signing page")
struct FieldPageTests {
    private static func field(
        _ id: String, _ kind: Field.Kind, isRequired: Bool = false, prefilled: FieldValue? = nil
    ) -> Field {
        let count = if case .radio(let options) = kind { options.count } else { 1 }
        return Field(
            id: id, key: "api \(id)", position: 0, kind: kind,
            places: (0..<count).map {
                Field.Place(page: 1, x: 10, y: 10 + 30 * Double($0), width: 100, height: 20)
            }, label: "항목 \(id)", isRequired: isRequired, prefilled: prefilled)
    }

    private static let fields = [
        field("text1", .text(maximumLength: 20), isRequired: true),
        field("tick1", .checkbox, prefilled: .tick(true)),
        field("radio1", .radio(options: ["A", "B"])),
        field("select1", .selectBox(options: ["서울", "부산"]), prefilled: .text("부산")),
        field("Stamp1", .stamp),
    ]

    private func open(
        _ fields: [Field] = Self.fields, requests: [AttachmentRequest] = [],
        _ body: @escaping @Sendable (StubWorld, Document, Browser, String) async throws -> Void
    ) async throws {
        let world = StubWorld()
        let document = try await world.sent(
            to: [Party.signer(access: .code, requests: requests)], fields: fields)
        try await browsing(world) { browser in
            try await body(world, document, browser, world.link(document, 0))
        }
    }

    @Test("every field has its stable hooks, and shows what was prefilled")
    func hooks() async throws {
        try await open { _, _, browser, link in
            let page = try await browser.get(link).text
            for type in ["TEXT", "CHECKBOX", "RADIO", "SELECTBOX", "STAMP"] {
                #expect(page.contains("data-type=\"\(type)\""))
            }
            #expect(
                page.contains("data-field=\"text1\"") && page.contains("data-key=\"api text1\""))
            #expect(page.contains("name=\"field.tick1\" type=\"checkbox\" value=\"true\" checked"))
            #expect(page.contains("<option value=\"부산\" selected>"))
            for action in ["draw", "type-name", "upload-image"] {
                #expect(page.contains("data-action=\"\(action)\""))
            }
        }
    }

    @Test("what was entered is kept with the signature; a box that was cleared is empty")
    func entered() async throws {
        try await open { world, document, browser, link in
            _ = try await browser.get(link)
            _ = try await browser.post("\(link)/code")
            try await world.work()
            let answer = try await browser.post(
                "\(link)/sign",
                [
                    "code": await world.lastCode() ?? "", "consent": "on", "filled": "1",
                    "field.text1": "값", "field.radio1": "B", "field.select1": "서울",
                    "field.Stamp1": "홍길동",
                ])
            #expect(answer.status == .seeOther)
            let entries = try await world.now(document).recipients[0].turn?.approval?.entries
            #expect(
                entries == [
                    "text1": "값", "tick1": "false", "radio1": "B", "select1": "서울",
                    "Stamp1": "홍길동",
                ])
        }
    }

    @Test("a required field left empty is refused beside it, before the code is tried")
    func missing() async throws {
        try await open { world, document, browser, link in
            _ = try await browser.get(link)
            let answer = try await browser.post(
                "\(link)/sign", ["code": "000000", "consent": "on", "field.Stamp1": "홍"])
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("id=\"field-text1-problem\""))
            #expect(answer.text.contains("<a href=\"#field-text1\">Fill in this field.</a>"))
            #expect(answer.text.contains("value=\"홍\""))
            #expect(try await world.now(document).recipients[0].turn?.approval == nil)
        }
    }

    @Test("a value for somebody else's field is refused")
    func stranger() async throws {
        try await open { _, _, browser, link in
            _ = try await browser.get(link)
            let answer = try await browser.post(
                "\(link)/sign",
                ["code": "1", "consent": "on", "field.text1": "x", "field.other": "x"])
            #expect(answer.status == .badRequest)
        }
    }

    @Test("files are taken from nobody who has not passed the door")
    func shutDoor() async throws {
        let world = StubWorld()
        let request = AttachmentRequest(name: "사본", description: "", isRequired: true)
        let document = try await world.sent(to: [Party.signer(requests: [request])])
        try await browsing(world) { browser in
            let link = world.link(document, 0)
            _ = try await browser.get(link)
            let answer = try await browser.upload(
                "\(link)/attach", "사본", named: "a.txt", field: "attachment.1")
            #expect(answer.status == .forbidden)
            #expect(try await world.now(document).recipients[0].turn?.submissions.isEmpty == true)
        }
    }

    @Test("a file that must be handed in keeps the signature waiting, and then lets it pass")
    func attachments() async throws {
        let request = AttachmentRequest(name: "사업자등록증", description: "사본", isRequired: true)
        try await open([], requests: [request]) { world, document, browser, link in
            let page = try await browser.get(link).text
            #expect(
                page.contains("name=\"attachment.1\"") && page.contains("data-action=\"attach\""))
            _ = try await browser.post("\(link)/code")
            try await world.work()
            let form = ["code": await world.lastCode() ?? "", "consent": "on"]
            let early = try await browser.post("\(link)/sign", form)
            #expect(early.status == .badRequest)
            #expect(early.text.contains("id=\"attachment-1-problem\""))
            let attached = try await browser.upload(
                "\(link)/attach", "사본", named: "a.txt", field: "attachment.1")
            #expect(attached.status == .seeOther)
            #expect(try await browser.get(link).text.contains("a.txt"))
            #expect(try await browser.post("\(link)/sign", form).status == .seeOther)
            let turn = try await world.now(document).recipients[0].turn
            #expect(turn?.submissions[0]?.name == "a.txt" && turn?.approval != nil)
        }
    }
}
