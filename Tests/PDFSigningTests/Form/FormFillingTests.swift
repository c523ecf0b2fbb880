import PDFCore
import PDFSigning
import PDFText
import TamgaTestKit
import Testing

/// Entries that fields do not take: refused before anything is signed.
@Suite struct FormFillingTests {
    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let entries: [String: FormEntry]
        let problem: FormProblem

        init(
            _ description: String, _ key: String, _ entry: FormEntry?, _ cause: FormProblem.Cause,
            with others: [String: FormEntry] = ["needed0": .text("x")]
        ) {
            testDescription = description
            entries = others.merging(entry.map { [key: $0] } ?? [:]) { $1 }
            problem = FormProblem(key, cause)
        }
    }

    static let refusals = [
        Refusal("another's field", "text1", .text("x"), .notOpen),
        Refusal("an unknown key", "nothing", .text("x"), .notOpen),
        Refusal("a required field left out", "needed0", nil, .missing, with: [:]),
        Refusal("a required field of blanks", "needed0", .text(" \r\n"), .missing),
        Refusal("a tick in a text field", "text0", .tick(true), .wrongKind),
        Refusal("a text in a checkbox", "tick0", .text("true"), .wrongKind),
        Refusal("an option that there is not", "select0", .text("Пусан"), .unknownOption("Пусан")),
        Refusal("a choice that there is not", "radio0", .text("D"), .unknownOption("D")),
        Refusal(
            "a text over its length", "text0", .text(String(repeating: "я", count: 21)),
            .tooLong(maximum: 20)),
        Refusal(
            "a text wider than its line", "known0", .text(String(repeating: "слово ", count: 20)),
            .doesNotFit),
        Refusal(
            "a text of more lines than there is room for", "lines0",
            .text(String(repeating: "слово ", count: 120)), .doesNotFit),
        Refusal("a stamp of many words", "typed0", .text("слово\n" * 9), .doesNotFit),
        Refusal(
            "a character that no font has", "text0", .text("\u{10FFFD}"),
            .undrawable(.noGlyph("\u{10FFFD}"))),
        Refusal(
            "a control character", "text0", .text("a\u{0}"), .undrawable(.noGlyph("\u{0}"))),
    ]

    private func ceremony() throws -> Ceremony {
        try Ceremony(base: FormSample.base(), signers: FormSample.signerCount) { names in
            var form = FormSample.form(names)
            var needed = form[9]
            (needed.key, needed.isRequired) = ("needed0", true)
            form[9] = needed
            return form
        }
    }

    @Test("what a field does not take is refused by its key", arguments: refusals)
    func refused(_ refusal: Refusal) throws {
        var ceremony = try ceremony()
        #expect(throws: refusal.problem) { try ceremony.sign(0, entering: refusal.entries) }
        #expect(ceremony.parts.count == 2)
    }

    @Test("a field is not filled again by who has signed")
    func twice() throws {
        let ceremony = try FormSample.signed(by: 1)
        var signer = Ceremony.update(ceremony.names[1], number: 2)
        signer.filling = FormFilling(["text0": .text("other")])
        #expect(throws: FormProblem("text0", .notOpen)) {
            try signer.prepared(on: ceremony.context)
        }
    }

    @Test("who enters something else replaces what was prefilled, who enters nothing removes it")
    func prefilled() async throws {
        var ceremony = try FormSample.ceremony()
        try ceremony.sign(0, entering: ["known0": .text("No. 13")])
        try ceremony.sign(4, entering: ["known4": .text("")])
        let words = try await WordBoxes(of: ceremony.file)
        #expect(words.text(on: 0, in: FormSample.prefilled) == "No. 13")
        #expect(words.text(on: 4, in: FormSample.prefilled) == "")
    }

    @Test("a long text is set smaller, and is still all there")
    func shrunk() async throws {
        var ceremony = try FormSample.ceremony()
        let text = "одно слово другое слово третье"
        try ceremony.sign(4, entering: ["known4": .text(text)])
        let words = try await WordBoxes(of: ceremony.file)
        #expect(words.text(on: 4, in: FormSample.prefilled) == text)
    }

    @Test("what is filled stands as the value of its field, and a button has none")
    func fieldValues() throws {
        let reader = try PDFReader(MemorySource(FormSample.signed(by: 1).file))
        let values = try reader.fields().filter { $0.type != "Sig" && $0.value != nil }
            .map { $0.value?.textValue }
        #expect(values.prefix(3) == ["Иванов Пётр", FormSample.words, "✓"])
        #expect(values.dropFirst(3) == ["●", "Сеул", "No. 12"])
    }

    @Test("texts that use glyphs embedded with the layout bring no font along")
    func noFonts() throws {
        var ceremony = try FormSample.ceremony()
        let update = try ceremony.sign(
            4, entering: ["text4": .text("Approved: yes"), "tick4": .tick(true)])
        #expect(update.ranges(of: Array("FontFile2".utf8)).isEmpty)
    }

    @Test("Thai comes back too", .enabled(if: canSet("ก"), "no installed font has Thai"))
    func thai() async throws {
        var ceremony = try FormSample.ceremony()
        try ceremony.sign(4, entering: ["text4": .text("กรุงเทพ")])
        let words = try await WordBoxes(of: ceremony.file)
        #expect(words.text(on: 4, in: FormSample.text) == "กรุงเทพ")
    }

    private static func canSet(_ text: String) -> Bool {
        (try? Typesetter().layout(text, TextStyle(size: 12))) != nil
    }
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
