/// Reads a JSON object one of whose members is a long list, as its bytes arrive: memory is bounded
/// by one row, and by the other members together, whatever the list holds.
struct JSONRows {
    /// Of one row, and of all other members, in bytes.
    static let pieceLimit = 8 << 20

    private enum State {
        case start, firstKey, key, colon, value, afterValue, firstRow, row, afterRow, end
    }

    private let list: String
    private var state = State.start
    private var piece = JSONPiece()
    private var name = ""
    private var members: [String: JSONValue] = [:]
    private var isListed = false
    private var memberByteCount = 0
    private var offset = 0

    /// - Parameter list: the member whose elements are rows.
    init(list: String) {
        self.list = list
    }

    /// Each row that these bytes complete is given to `take`, not read yet.
    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>, _ take: (JSONPiece) -> Void
    ) throws(RequestFailure) {
        var index = 0
        while index < bytes.count {
            if piece.isOpen {
                index = piece.gather(bytes, from: index)
                guard memberByteCount + piece.byteCount <= Self.pieceLimit else {
                    throw RequestFailure.bodyTooLarge(limit: Self.pieceLimit)
                }
                if !piece.isOpen { try end(at: offset + index, take) }
            } else {
                try step(bytes[index], at: offset + index)
                if !piece.isOpen { index += 1 }
            }
        }
        offset += bytes.count
    }

    /// At the body's end: the other members.
    func finish() throws(RequestFailure) -> JSONValue {
        guard case .end = state else { throw .malformedJSON(offset: offset) }
        return .object(members)
    }

    /// A byte between the pieces, or the first of one.
    private mutating func step(_ byte: UInt8, at place: Int) throws(RequestFailure) {
        guard ![0x20, 0x09, 0x0A, 0x0D].contains(byte) else { return }
        switch (state, byte) {
        case (.start, 0xEF) where place == 0, (.start, 0xBB) where place == 1,
            (.start, 0xBF) where place == 2:
            return
        case (.start, UInt8(ascii: "{")): state = .firstKey
        case (.firstKey, UInt8(ascii: "}")), (.afterValue, UInt8(ascii: "}")): state = .end
        case (.firstKey, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")): piece.open(at: place)
        case (.colon, UInt8(ascii: ":")): state = .value
        case (.value, UInt8(ascii: "[")) where name == list && !isListed:
            (state, isListed) = (.firstRow, true)
        case (.firstRow, UInt8(ascii: "]")), (.afterRow, UInt8(ascii: "]")): state = .afterValue
        case (.value, _), (.firstRow, _), (.row, _): piece.open(at: place)
        case (.afterValue, UInt8(ascii: ",")): state = .key
        case (.afterRow, UInt8(ascii: ",")): state = .row
        default: throw .malformedJSON(offset: place)
        }
    }

    private mutating func end(
        at place: Int, _ take: (JSONPiece) -> Void
    ) throws(RequestFailure) {
        switch state {
        case .firstKey, .key:
            guard case .string(let text) = try piece.value() else {
                throw .malformedJSON(offset: place)
            }
            (name, state) = (text, .colon)
        case .firstRow, .row:
            state = .afterRow
            take(piece)
        default:
            // Of equal names the last one counts, but rows were told already.
            guard name != list || !isListed else { throw .malformedJSON(offset: place) }
            members[name] = try piece.value()
            memberByteCount += piece.byteCount
            state = .afterValue
        }
    }
}
