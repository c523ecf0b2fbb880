import Domain
import Testing

@testable import Letters

@Suite("Messages to phones")
struct PhoneMessageTests {
    private func message(
        _ kind: Notice.Kind, language: Language = .english, documentName: String = "Contract"
    ) throws -> PhoneMessage {
        try LetterWriter.sample.message(
            for: .sample(kind, language: language, documentName: documentName), id: .sample)
    }

    @Test("no kind lacks words for a phone in any language", arguments: Language.allCases)
    func everyKind(language: Language) throws {
        for kind in Notice.Kind.samples {
            let text = try message(kind, language: language).letter.text
            #expect(!text.contains("phone.") && !text.contains("{"), "\(kind): \(text)")
        }
    }

    @Test("the samples are of every kind that there is")
    func samples() {
        #expect(Set(Notice.Kind.samples.map(LetterKind.init)) == Set(LetterKind.allCases))
    }

    @Test("it is one line and the link")
    func shape() throws {
        let letter = try message(.invitation(.sample), documentName: "one\ntwo").letter
        let lines = letter.text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 2)
        #expect(letter.links == [String(lines[1])])
    }

    @Test("it has neither subject nor HTML")
    func plain() throws {
        let letter = try message(.revoked).letter
        #expect(letter.subject == nil && letter.html == nil)
    }

    @Test("a long name does not make it long", arguments: Language.allCases)
    func short(language: Language) throws {
        let name = String(repeating: "длинное ", count: 60)
        for kind in Notice.Kind.samples {
            let text = try message(kind, language: language, documentName: name).letter.text
            #expect(text.prefix { !$0.isNewline }.count <= 140, "\(text)")
        }
    }

    @Test("a code stands in the text, and among the variables")
    func code() throws {
        let coded = try message(.certificateCode(.sample))
        let code = CodeKey.sample.code(for: .sample)
        #expect(coded.letter.text.contains(code))
        #expect(coded.variables[.code] == code)
    }

    @Test("variables are whole, and only those that there are")
    func variables() throws {
        let name = String(repeating: "x", count: 200)
        let declined = try message(
            .declinedBy(name: "Kim", reason: "no"), documentName: name)
        #expect(declined.variables[.document] == name)
        #expect(declined.variables[.signer] == "Kim" && declined.variables[.reason] == "no")
        #expect(declined.variables[.code] == nil)
    }
}
