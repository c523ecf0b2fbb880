import Crypto
import Domain
import Testing

@testable import Letters

@Suite("Letters")
struct LetterTests {
    @Test(
        "every kind of notice makes a whole letter in every language", arguments: Language.allCases)
    func everyKind(language: Language) throws {
        for kind in Notice.Kind.samples {
            let letter = try LetterWriter.sample.letter(
                for: .sample(kind, language: language), id: .sample)
            let html = try #require(letter.html)
            for text in [try #require(letter.subject), letter.text, html] {
                #expect(!text.isEmpty && !text.contains(/letter\.[a-z]/), "\(kind)")
                #expect(!text.contains("{"), "an unfilled placeholder in \(kind)")
            }
            #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
        }
    }

    @Test("an invitation brings the recipient's own link")
    func invitation() throws {
        let letter = try LetterWriter.sample.letter(for: .sample(.invitation(.sample)), id: .sample)
        let address = "https://sign.example/sign/" + Notice.Link.sample.code(.sample)
        #expect(letter.links == [address])
        #expect(letter.text.contains(address))
        #expect(letter.html?.contains("href=\"\(address)\"") == true)
        #expect(letter.code == nil)
    }

    @Test("a code stands in the letter and nowhere in the subject")
    func code() throws {
        let id = try #require(ConfirmationID("7B0C2C7E-50F5-4B60-9E7D-6D3C6C0B3D11"))
        let letter = try LetterWriter.sample.letter(
            for: .sample(.signingCode(id, .sample)), id: .sample)
        let code = CodeKey.sample.code(for: id)
        #expect(letter.code == code)
        #expect(letter.text.contains(code) && letter.html?.contains(code) == true)
        #expect(letter.subject?.contains(code) == false)
    }

    @Test("the author of a finished document is led to its address")
    func authorLink() throws {
        let letter = try LetterWriter.sample.letter(for: .sample(.completed(nil)), id: .sample)
        #expect(letter.links == ["https://sign.example/documents/\(Notice.Link.sample.document)"])
    }

    @Test("hostile names are encoded in HTML and left alone in text")
    func hostile() throws {
        let name = "<script>\"'&\u{301}\"\u{308} onclick=x"
        let letter = try LetterWriter.sample.letter(
            for: .sample(.declinedBy(name: name, reason: name), documentName: name), id: .sample)
        #expect(letter.text.contains(name))
        let html = try #require(letter.html)
        #expect(!html.contains("<script>"))
        let scalars = html.unicodeScalars
        #expect(!zip(scalars, scalars.dropFirst()).contains { $0 == ("\"", "\u{308}") })
        #expect(html.contains("&lt;script&gt;&quot;&#39;&amp"))
    }

    @Test("a subject is one line of bearable length")
    func subject() throws {
        let name = "one\r\nBcc: all@example.com" + String(repeating: "x", count: 400)
        let letter = try LetterWriter.sample.letter(
            for: .sample(.completed(nil), documentName: name), id: .sample)
        let subject = try #require(letter.subject)
        #expect(subject.split(whereSeparator: \.isNewline).count == 1)
        #expect(subject.count < 120)
    }

    @Test("a notice about a document must name it")
    func incomplete() {
        #expect(throws: IncompleteNotice.self) {
            try LetterWriter.sample.letter(
                for: .sample(.revoked, documentName: nil), id: .sample)
        }
    }

    @Test("the JSON of a letter has its members in order, those that there are")
    func json() {
        let letter = Letter(
            id: "1", to: "a@b", subject: "q\"\\", text: "a\nb\u{1}", html: "</p>", links: ["u"],
            code: nil)
        #expect(
            letter.json == #"{"id":"1","to":"a@b","subject":"q\"\\","text":"a\nb\u0001","#
                + #""html":"</p>","links":["u"]}"#)
        let phone = Letter(id: "1", to: "010", text: "t", links: [], code: "012345")
        #expect(phone.json == #"{"id":"1","to":"010","text":"t","links":[],"code":"012345"}"#)
    }
}
