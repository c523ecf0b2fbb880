import NIOCore
import Testing

@testable import HTTPCommon

struct JSONReadingTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8))
    }

    @Test("a text is read as written")
    func sample() throws {
        #expect(
            try parse(" {\"a\" : [1, -2.5e+3, true, false, null, \"\\u0416\\n\\ud83d\\ude00\"]} ")
                == .object([
                    "a": .array([
                        .number("1"), .number("-2.5e+3"), .boolean(true), .boolean(false), .null,
                        .string("Ж\n😀"),
                    ])
                ]))
    }

    @Test("a byte order mark is tolerated")
    func byteOrderMark() throws {
        #expect(try parse("\u{FEFF}{}") == .object([:]))
    }

    @Test(
        "what is not JSON is refused",
        arguments: [
            "", " ", "{", "}", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
            "{'a':1}", "01", "1.", ".5", "+1", "-", "1e", "0x1", "NaN", "True", "nul", "\"",
            "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\t\"",
            "{} {}", "1 2", "// c\n1", "[1 2]", "\u{FEFF}\u{FEFF}1",
        ])
    func malformed(text: String) {
        #expect(throws: RequestFailure.self) { try parse(text) }
    }

    @Test("bytes that are not UTF-8 are refused where they stand")
    func notUTF8() {
        #expect(throws: RequestFailure.malformedJSON(offset: 1)) {
            try JSONValue(parsing: [0x22, 0xFF, 0x22])
        }
    }

    @Test("32 levels are read, 33 are refused")
    func depth() throws {
        let open = String(repeating: "[", count: 32)
        let close = String(repeating: "]", count: 32)
        #expect(throws: Never.self) { try parse(open + close) }
        #expect(throws: RequestFailure.jsonTooDeep(limit: 32)) {
            try parse("[\(open)\(close)]")
        }
    }

    @Test("a million opening brackets end as a refusal")
    func bomb() {
        #expect(throws: RequestFailure.jsonTooDeep(limit: 32)) {
            try parse(String(repeating: "[", count: 1_000_000))
        }
    }
}

struct JSONWritingTests {
    private struct Sample: JSONWritable {
        func write(to text: inout JSONText) {
            text.object {
                $0.member("z", "Ж/\"\\\n\u{1}")
                $0.member("gone", nil as String?)
                $0.member("a", -1)
                $0.key("list")
                $0.array([1, 2]) { text, value in text.object { $0.member("n", value) } }
                $0.member("last", false)
                $0.key("empty")
                $0.array([Int]()) { _, _ in }
            }
        }
    }

    @Test("keys keep their order, absent ones are left out, Cyrillic stays as it is")
    func sample() {
        #expect(
            String(buffer: JSONText(Sample()).buffer)
                == #"{"z":"Ж/\"\\\n\u0001","a":-1,"list":[{"n":1},{"n":2}],"last":false,"empty":[]}"#
        )
    }
}
