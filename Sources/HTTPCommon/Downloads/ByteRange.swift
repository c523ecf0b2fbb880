/// What a `Range` field asks for of a file of known length (RFC 9110 §14.2).
public enum ByteRange: Equatable, Sendable {
    /// Everything: no range, one that is malformed or in other units, or several at once.
    case whole
    case part(Range<Int>)
    case unsatisfiable

    public init(_ field: String?, byteCount: Int) {
        guard let field, field.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let spec = field.dropFirst(6)
        let ends = spec.split(separator: "-", omittingEmptySubsequences: false).map {
            $0.filter { $0 != " " && $0 != "\t" }
        }
        let areDigits = ends.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
        guard ends.count == 2, areDigits, ends != ["", ""] else {
            self = .whole
            return
        }
        self = Self.range(first: ends[0], last: ends[1], byteCount: byteCount)
    }

    private static func range(first: String, last: String, byteCount: Int) -> ByteRange {
        guard !first.isEmpty else {
            let length = min(number(last), byteCount)
            return length == 0 ? .unsatisfiable : .part(byteCount - length..<byteCount)
        }
        let start = number(first)
        let end = last.isEmpty ? Int.max : number(last)
        guard start <= end else { return .whole }
        guard start < byteCount else { return .unsatisfiable }
        return .part(start..<min(end, byteCount - 1) + 1)
    }

    /// Digits; more than fit mean "beyond every file".
    private static func number(_ digits: String) -> Int { Int(digits) ?? .max }
}
