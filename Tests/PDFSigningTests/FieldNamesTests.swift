import PDFSigning
import Testing

@Suite struct FieldNamesTests {
    @Test("names are of one width", arguments: [(2, "p02"), (99, "p99"), (100, "p100")])
    func width(count: Int, last: String) {
        let names = FieldNames.make(count, avoiding: [])
        #expect(names.count == count)
        #expect(names.last == last)
        #expect(Set(names.map(\.count)).count == 1)
    }

    @Test(
        "no name is the prefix of a taken one, nor the reverse",
        arguments: ["p", "p0", "p01", "p01x"])
    func avoiding(taken: String) {
        for name in FieldNames.make(3, avoiding: [taken]) {
            #expect(!name.hasPrefix(taken) && !taken.hasPrefix(name))
        }
    }

    @Test("a form that takes every letter still leaves names")
    func everyLetter() {
        let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        let names = FieldNames.make(2, avoiding: letters)
        #expect(names.allSatisfy { name in !letters.contains { name.hasPrefix($0) } })
    }

    @Test("unrelated names of the upload leave ours alone")
    func unrelated() {
        #expect(FieldNames.make(1, avoiding: ["price", "name"]) == ["p01"])
    }
}
