import Testing

@testable import Words

@Suite("Phrases")
struct WordsTests {
    @Test("every language has the same keys", arguments: Words.tags)
    func keys(tag: String) {
        #expect(Set(Words(tag).catalogue.keys) == Set(Words("en").catalogue.keys))
    }

    @Test("every language has the same placeholders", arguments: Words.tags)
    func placeholdersAgree(tag: String) {
        let english = Words("en").catalogue
        for (key, phrase) in Words(tag).catalogue {
            for form in phrase.forms {
                let expected = english[key]?.forms.reduce(into: Set<String>()) {
                    $0.formUnion(placeholders(in: $1))
                }
                #expect(placeholders(in: form) == expected, "\(tag) \(key)")
            }
        }
    }

    @Test("a plural phrase has exactly the forms of its language", arguments: Words.tags)
    func pluralForms(tag: String) {
        for (key, phrase) in Words(tag).catalogue {
            guard case .plural(let forms) = phrase else { continue }
            #expect(Set(forms.keys) == Set(PluralRule(tag).categories), "\(tag) \(key)")
        }
    }

    @Test("no phrase is empty or padded", arguments: Words.tags)
    func noBlanks(tag: String) {
        for (key, phrase) in Words(tag).catalogue {
            for form in phrase.forms {
                #expect(!form.isEmpty && form.first != " " && form.last != " ", "\(key)")
            }
        }
    }

    @Test(
        "Russian counts pages",
        arguments: [
            (0, "0 страниц"), (1, "1 страница"),
            (2, "2 страницы"), (5, "5 страниц"), (11, "11 страниц"), (12, "12 страниц"),
            (21, "21 страница"), (22, "22 страницы"), (111, "111 страниц"), (1001, "1001 страница"),
        ])
    func russian(count: Int, text: String) {
        #expect(Words("ru")("count.pages", count: count) == text)
    }

    @Test("English knows one and many, Korean one form")
    func otherPlurals() {
        #expect(Words("en")("count.pages", count: 1) == "1 page")
        #expect(Words("en")("count.pages", count: 0) == "0 pages")
        #expect(Words("ko")("count.pages", count: 3) == "3쪽")
    }

    @Test("a value that looks like a placeholder is left alone")
    func singlePass() {
        #expect(filled("{a} {b} {c}", ["a": "{b}", "b": "x"]) == "{b} x {c}")
    }

    @Test("an unknown language speaks English, an unknown key shows itself")
    func fallback() {
        #expect(Words("de").tag == "en")
        #expect(Words("ru")["no.such.key"] == "no.such.key")
    }
}
