import Testing

@testable import HTTPCommon

struct JSONRowsTests {
    /// Fed in pieces of this many bytes.
    private static func read(_ text: String, by size: Int) throws -> ([JSONValue], JSONValue) {
        var (rows, reader) = ([JSONPiece](), JSONRows(list: "rows"))
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer { piece in
                try reader.feed(piece) { rows.append($0) }
            }
        }
        return (try rows.map { try $0.value() }, try reader.finish())
    }

    static let good = [
        #"{"a":1,"rows":[{"x":"]}\""},[1,[2]],3.5e1,"s",true,null],"b":{"c":[]}}"#,
        #" { "rows" : [ ] , "a" : "x" } "#, "{}", #"{"rows":null}"#, #"{"rows":{"a":[1,2]},"r":2}"#,
        #"{"row\u0073":[1, 2 ,3]}"#, "\u{FEFF}{\"rows\":[-0.5]}", #"{"a":1,"a":2}"#,
    ]

    @Test("rows and members are those of the whole text, however it arrives", arguments: good)
    func same(text: String) throws {
        guard case .object(var members) = try JSONValue(parsing: Array(text.utf8)) else { return }
        var rows: [JSONValue] = []
        if case .array(let list)? = members["rows"] {
            rows = list
            members["rows"] = nil
        }
        for size in [1, 2, 3, 7, 1_000] {
            let (readRows, rest) = try Self.read(text, by: size)
            #expect(readRows == rows)
            #expect(rest == .object(members))
        }
    }

    @Test(
        "what is no such text is refused",
        arguments: [
            "", "[]", "{", #"{"rows":["#, #"{"rows":[1,]}"#, #"{"rows":[,1]}"#, #"{"rows":[1 2]}"#,
            #"{"rows":[{]}]}"#, #"{"rows":[1]}x"#, #"{"a":}"#, #"{"a" 1}"#, #"{"a":1,}"#,
            #"{a:1}"#, #"{"rows":[tru]}"#, #"{"rows":["\x"]}"#, #"{"rows":[1],"rows":[2]}"#,
            #"{"rows":[1],"rows":2}"#, #"{"rows":[1}"#, "{\"a\":\"\u{1}\"}",
        ])
    func refused(text: String) {
        for size in [1, 1_000] {
            #expect(throws: RequestFailure.self) { try Self.read(text, by: size) }
        }
    }

    @Test("a row that is too long, or too deep, is refused")
    func limits() {
        let long = #"{"rows":[""# + String(repeating: "x", count: 8 << 20) + #""]}"#
        #expect(throws: RequestFailure.bodyTooLarge(limit: 8 << 20)) {
            try Self.read(long, by: 1 << 20)
        }
        let deep =
            #"{"rows":["# + String(repeating: "[", count: 40)
            + String(repeating: "]", count: 40) + "]}"
        #expect(throws: RequestFailure.jsonTooDeep(limit: 32)) { try Self.read(deep, by: 100) }
    }
}
