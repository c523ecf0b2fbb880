/// A strict reader of one JSON text (RFC 8259), with a limit on nesting.
struct JSONParser {
    let bytes: [UInt8]
    var index: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }
    var malformed: RequestFailure { .malformedJSON(offset: index) }

    mutating func document() throws(RequestFailure) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard next == nil else { throw malformed }
        return value
    }

    private mutating func value(depth: Int) throws(RequestFailure) -> JSONValue {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func members(depth: Int) throws(RequestFailure) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        try enter(depth)
        if skip("}") { return members }
        repeat {
            skipSpace()
            let key = try string()
            guard skip(":") else { throw malformed }
            members[key] = try value(depth: depth)
        } while skip(",")
        guard skip("}") else { throw malformed }
        return members
    }

    private mutating func elements(depth: Int) throws(RequestFailure) -> [JSONValue] {
        var elements: [JSONValue] = []
        try enter(depth)
        if skip("]") { return elements }
        repeat { elements.append(try value(depth: depth)) } while skip(",")
        guard skip("]") else { throw malformed }
        return elements
    }

    /// Past the opening bracket, unless there are too many around it.
    private mutating func enter(_ depth: Int) throws(RequestFailure) {
        guard depth <= JSONValue.depthLimit else {
            throw .jsonTooDeep(limit: JSONValue.depthLimit)
        }
        index += 1
    }

    private mutating func literal(
        _ text: StaticString, _ value: JSONValue
    ) throws(RequestFailure) -> JSONValue {
        let word = "\(text)".utf8
        guard bytes[index...].starts(with: word) else { throw malformed }
        index += word.count
        return value
    }

    /// Whether this mark follows, white space aside; then it is behind us.
    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
        }
    }
}
