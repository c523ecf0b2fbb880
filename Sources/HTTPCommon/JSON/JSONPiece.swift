/// The bytes of one JSON value while they arrive.
struct JSONPiece: Sendable {
    private(set) var isOpen = false
    private var bytes: [UInt8] = []
    private var start = 0
    private var depth = 0
    private var isText = false
    private var isEscaped = false

    var byteCount: Int { bytes.count }

    /// The first byte is at this place of the body; it is gathered with the rest.
    mutating func open(at place: Int) {
        self = JSONPiece()
        isOpen = true
        start = place
    }

    /// Takes bytes up to the value's end; returns the place of the first that is not its own.
    mutating func gather(_ source: UnsafeBufferPointer<UInt8>, from begin: Int) -> Int {
        var index = begin
        while index < source.count, isOpen {
            let byte = source[index]
            if isText {
                endText(byte)
            } else if isScalarEnd(byte) {
                isOpen = false
                break
            } else {
                enter(byte)
            }
            index += 1
        }
        bytes.append(contentsOf: source[begin..<index])
        return index
    }

    /// The value itself, read strictly.
    func value() throws(RequestFailure) -> JSONValue {
        do { return try JSONValue(parsing: bytes) } catch {
            guard case .malformedJSON(let place) = error else { throw error }
            throw .malformedJSON(offset: start + place)
        }
    }

    private mutating func endText(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isText = false
            isOpen = depth > 0
        }
    }

    private mutating func enter(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            isOpen = depth > 0
        default: break
        }
    }

    /// A number or a word ends before what follows it.
    private func isScalarEnd(_ byte: UInt8) -> Bool {
        guard depth == 0 else { return false }
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D:
            return true
        default: return false
        }
    }
}
