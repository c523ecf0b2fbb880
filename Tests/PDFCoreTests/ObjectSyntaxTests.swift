import PDFCore
import Testing

@Suite("Objects")
struct ObjectSyntaxTests {
    @Test(
        "every form of a literal is read as the standard says",
        arguments: [
            ("null", PDFObject.null), (" %comment\r true", true), ("-17", -17), ("+0", 0),
            ("4.", .real(4)), ("-.5", .real(-0.5)), ("99999999999999999999", .real(1e20)),
            ("/A#20B", .name("A B")), ("/", .name("")), ("<48 65 6>", .string([0x48, 0x65, 0x60])),
            ("(a(b)c)", .string(Array("a(b)c".utf8))),
            (#"(\101\n\(\5\\x)"#, .string([65, 10, 40, 5, 92, 120])),
            ("(a\r\nb\\\r\nc)", .string(Array("a\nbc".utf8))),
            ("[1 2 R 3 0 R]", [.reference(ObjectID(1, 2)), .reference(ObjectID(3))]),
            ("[1 2 3]", [1, 2, 3]),
            ("<</A 1/B[/C(d)]>>", ["A": 1, "B": [.name("C"), .string([100])]]),
        ] as [(String, PDFObject)])
    func literals(text: String, object: PDFObject) throws {
        #expect(try parsed(text) == object)
    }

    @Test(
        "what is malformed is refused",
        arguments: [
            "", "nul", "--5", "1.2.3", "1e5", "(a", "<4G>", "[1", "<<1 2>>", "<</A>>", "/A#4", "]",
            "<</A 1", "endobj",
        ])
    func malformed(text: String) {
        #expect(throws: PDFError(.syntax, "")) { try parsed(text) }
    }

    @Test(
        "words are read whole wherever a window of the file ends", arguments: 1_000..<1_040)
    func windows(padding: Int) throws {
        let name = String(repeating: "n", count: 200)
        let text = "[1234567890 0 R/Name(a literal string)/\(name) 17]"
        #expect(
            try parsed(String(repeating: " ", count: padding) + text) == [
                .reference(ObjectID(1_234_567_890)), .name("Name"),
                .string(Array("a literal string".utf8)), .name(PDFName(name)), 17,
            ])
    }

    @Test("whole numbers are written as they are", arguments: [0, 7, 10, -10, 1_009, .max, .min])
    func wholeNumbers(value: Int) {
        #expect(PDFObject.integer(value).serialized == Array(String(value).utf8))
    }

    @Test("a repeated key is noticed and the last value wins")
    func repeatedKey() throws {
        let dictionary = try #require(try parsed("<</A 1/B 2/A 3>>").dictionary)
        #expect(dictionary.hasDuplicateKeys)
        #expect(dictionary["A"] == 3)
    }

    @Test("dictionaries are equal whatever the order of their keys")
    func order() throws {
        #expect(try parsed("<</A 1/B 2>>") == parsed("<</B 2/A 1>>"))
        #expect(try parsed("<</A 1/B 2>>") != parsed("<</B 1/A 2>>"))
    }

    @Test("a dictionary of many keys finds, replaces and removes them")
    func manyKeys() {
        var dictionary = PDFDictionary()
        for index in 0..<100 { dictionary[PDFName("K\(index)")] = .integer(index) }
        dictionary["K50"] = nil
        dictionary["K99"] = 0
        #expect(dictionary.count == 99)
        #expect(dictionary["K50"] == nil)
        #expect(dictionary["K99"] == 0)
        #expect(dictionary["K51"] == 51)
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test("nesting of 100 is read and deeper nesting refused")
    func nesting() {
        #expect(throws: Never.self) { try parsed(nested(100)) }
        #expect(throws: PDFError(.limit, "")) { try parsed(nested(102)) }
        #expect(throws: PDFError(.limit, "")) { try parsed(nested(1_000_000)) }
    }

    @Test("more elements than the limit are refused")
    func elements() {
        var limits = PDFLimits()
        limits.elements = 3
        #expect(throws: Never.self) { try parsed("[1[2]]", limits: limits) }
        #expect(throws: PDFError(.limit, "")) { try parsed("[1[2]3]", limits: limits) }
    }

    @Test(
        "what is written reads back equal",
        arguments: [
            .null, true, -5, .real(0.1), .real(1e-7), .real(-1.25e-9), .real(1.5e21),
            .real(123456.789),
            .string([]), .string(Array("()\\\r\n".utf8)), .string(Array(0...255)), .name("A/ #é"),
            .name(""), .reference(ObjectID(12, 3)), .text("Подпись 서명"),
            [1, .name("N"), ["A": .null, "B": [.string([40])]], 2.5],
        ] as [PDFObject])
    func roundTrip(object: PDFObject) throws {
        #expect(try parsed(object.serialized) == object)
    }

    @Test("a real is never written with an exponent")
    func noExponent() {
        #expect(String(decoding: PDFObject.real(1e-7).serialized, as: UTF8.self) == "0.0000001")
        #expect(
            String(decoding: PDFObject.real(-12e20).serialized, as: UTF8.self).allSatisfy {
                "-.0123456789".contains($0)
            })
    }
}
