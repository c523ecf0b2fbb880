/// A date as a PDF states it, `D:20260131120000+03'00'` (ISO 32000-2 §7.9.4), in ISO 8601.
enum StatedTime {
    /// The text itself where it is no date.
    static func iso8601(_ text: String) -> String {
        let digits = text.hasPrefix("D:") ? text.dropFirst(2) : text[...]
        guard digits.count >= 14, digits.prefix(14).allSatisfy(\.isASCIIDigit) else { return text }
        var rest = digits.prefix(14)
        func take(_ count: Int) -> Substring {
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        let date = "\(take(4))-\(take(2))-\(take(2))"
        let time = "\(take(2)):\(take(2)):\(take(2))"
        return "\(date)T\(time)\(zone(digits.dropFirst(14)))"
    }

    /// None where none is stated: then nobody knows which was meant.
    private static func zone(_ text: Substring) -> String {
        guard let sign = text.first, "+-".contains(sign) else {
            return text.first == "Z" ? "Z" : ""
        }
        let digits = text.dropFirst().filter(\.isASCIIDigit)
        guard digits.count == 2 || digits.count == 4 else { return "" }
        let minutes = digits.count == 4 ? digits.suffix(2) : "00"
        guard digits.contains(where: { $0 != "0" }) else { return "Z" }
        return "\(sign)\(digits.prefix(2)):\(minutes)"
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
