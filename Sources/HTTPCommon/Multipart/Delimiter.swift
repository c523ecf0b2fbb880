/// The line between parts: CRLF, `--`, the boundary, white space, CRLF; or `--` after the last
/// part (RFC 2046 §5.1.1).
struct Delimiter: Sendable {
    private let bytes: [UInt8]
    private static let paddingLimit = 256

    /// `nil` where the boundary is against the grammar.
    init?(boundary: String) {
        let allowed = Set("'()+_,-./:=? ".utf8)
        let isLegal = boundary.utf8.allSatisfy { byte in
            allowed.contains(byte) || Self.isLetterOrDigit(byte)
        }
        guard (1...70).contains(boundary.utf8.count), isLegal, boundary.last != " " else {
            return nil
        }
        bytes = Array("\r\n--\(boundary)".utf8)
    }

    enum Finding: Equatable {
        /// None begins before `safe`.
        case none(safe: Int)
        /// More bytes must show whether it is one.
        case undecided(start: Int)
        /// Begins at `start`; the next part's header at `next`, `nil` after the last part.
        case found(start: Int, next: Int?)
    }

    /// The first delimiter. Each begins with a CR and holds no other before its end: no byte is
    /// looked at twice.
    func find(in haystack: [UInt8], from start: Int) -> Finding {
        haystack.withUnsafeBufferPointer { haystack in
            var index = start
            while index < haystack.count {
                guard haystack[index] == 0x0D else {
                    index += 1
                    continue
                }
                let length = matchedLength(haystack, at: index)
                if index + length == haystack.count { return .undecided(start: index) }
                if length == bytes.count, let finding = line(haystack, at: index) {
                    return finding
                }
                index += max(length, 1)
            }
            return .none(safe: haystack.count)
        }
    }

    private func matchedLength(_ haystack: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var length = 0
        while length < bytes.count, start + length < haystack.count,
            haystack[start + length] == bytes[length]
        { length += 1 }
        return length
    }

    /// What follows the boundary; `nil` where it is data after all.
    private func line(_ haystack: UnsafeBufferPointer<UInt8>, at start: Int) -> Finding? {
        let after = start + bytes.count
        if haystack[after] == UInt8(ascii: "-") {
            guard after + 1 < haystack.count else { return .undecided(start: start) }
            return haystack[after + 1] == UInt8(ascii: "-") ? .found(start: start, next: nil) : nil
        }
        var end = after
        while end < haystack.count, haystack[end] == 0x20 || haystack[end] == 0x09 { end += 1 }
        guard end - after <= Self.paddingLimit else { return nil }
        guard end < haystack.count else { return .undecided(start: start) }
        guard haystack[end] == 0x0D else { return nil }
        guard end + 1 < haystack.count else { return .undecided(start: start) }
        return haystack[end + 1] == 0x0A ? .found(start: start, next: end + 2) : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
