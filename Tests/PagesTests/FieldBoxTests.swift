import HTTPTypes
import TamgaTestKit
import Testing

@testable import Domain

/// The stub's pages are 200 points wide and 400 high.
@Suite("Fields on the pages' images")
struct FieldBoxTests {
    private static let radio = Field(
        id: "radio1", position: 0, kind: .radio(options: ["A", "B"]),
        places: [
            Field.Place(page: 1, x: 10, y: 10, width: 14, height: 14),
            Field.Place(page: 1, x: 30, y: 10, width: 14, height: 14),
        ], label: "선택", isRequired: false, prefilled: nil)
    private static let text = Field(
        id: "text1", position: 0, kind: .text(maximumLength: nil),
        places: [Field.Place(page: 1, x: 20, y: 40, width: 100, height: 20)],
        label: "이름 <b>", isRequired: false, prefilled: nil)
    private static let other = Field(
        id: "text2", position: 1, kind: .text(maximumLength: nil),
        places: [Field.Place(page: 1, x: 20, y: 80, width: 100, height: 20)],
        label: "주소", isRequired: false, prefilled: nil)

    private func open(
        _ body: @escaping @Sendable (StubWorld, Document, Browser) async throws -> Void
    ) async throws {
        let world = StubWorld()
        let document = try await world.sent(
            to: [Party.signer(access: .link), Party.signer("010-1111-2222", 2, access: .link)],
            fields: [Self.radio, Self.text, Self.other], isSequential: false)
        try await browsing(world) { browser in try await body(world, document, browser) }
    }

    @Test("an own field lies where it will stand, and leads to its entry and back")
    func own() async throws {
        try await open { world, document, browser in
            let page = try await browser.get(world.link(document, 0)).text
            let start = try #require(
                page.firstRange(of: ##"<a href="#field-text1" id="place-text1-1""##)?.lowerBound)
            let box = page[start...].prefix { $0 != "/" }
            #expect(box.contains(#"x="10.0%" y="85.0%" width="50.0%" height="5.0%""#))
            #expect(page.contains(##"<a class="facts" href="#place-text1-1">"##))
            #expect(page.contains(#"id="field-text1""#))
        }
    }

    @Test("each option of a choice has its own place")
    func options() async throws {
        try await open { world, document, browser in
            let page = try await browser.get(world.link(document, 0)).text
            #expect(page.contains(#"id="place-radio1-1""#))
            #expect(page.contains(#"id="place-radio1-2""#))
        }
    }

    @Test("a label is text, whatever it says")
    func label() async throws {
        try await open { world, document, browser in
            let page = try await browser.get(world.link(document, 0)).text
            #expect(page.contains("이름 &lt;b&gt;</text>") && !page.contains("이름 <b>"))
        }
    }

    @Test("of others' fields those alone are shown that are filled")
    func others() async throws {
        try await open { world, document, browser in
            let second = world.link(document, 1)
            #expect(try await !browser.get(second).text.contains("class=\"filled\""))
            let values = ["field.text1": "값", "field.radio1": "B"]
            try await world.fill(document, 0, values, browser)
            let page = try await browser.get(second).text
            #expect(page.matches(of: /class="filled"/).count == 2)
            // The chosen option's place, not the other's.
            #expect(page.contains(#"class="filled" x="15.0%""#))
        }
    }

    @Test("who has signed sees the page without boxes, drawn anew")
    func after() async throws {
        try await open { world, document, browser in
            let link = world.link(document, 0)
            let before = try await browser.get(link).text
            try await world.fill(document, 0, ["field.text1": "값"], browser)
            let page = try await browser.get(link).text
            #expect(!page.contains("class=\"boxes\""))
            #expect(before.contains("edition=1.0\"") && page.contains("edition=1.1\""))
        }
    }
}

extension StubWorld {
    fileprivate func fill(
        _ document: Document, _ position: Int, _ values: [String: String], _ browser: Browser
    ) async throws {
        let link = link(document, position)
        _ = try await browser.get(link)
        _ = try await browser.post("\(link)/code")
        try await work()
        var form = values
        form["code"] = await lastCode() ?? ""
        form["consent"] = "on"
        #expect(try await browser.post("\(link)/sign", form).status == .seeOther)
    }
}
