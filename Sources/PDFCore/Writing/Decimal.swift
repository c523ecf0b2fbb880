/// Reals as PDF writes them: decimal digits and a point, never an exponent (ISO 32000-2, 7.3.3).
enum Decimal {
    /// The shortest text that reads back as the same value, so that an object written again
    /// unchanged stays equal. What is no number is written as 0.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let shortest = value.description
        guard let mark = shortest.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
            return shortest
        }
        let exponent = Int(shortest[shortest.index(after: mark)...]) ?? 0
        return expand(shortest[..<mark], by: exponent)
    }

    private static func expand(_ mantissa: Substring, by exponent: Int) -> String {
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
        let whole = String(parts[0])
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        if exponent < 0 {
            let zeros = String(repeating: "0", count: -exponent - whole.count)
            return sign + "0." + zeros + whole + fraction
        }
        let zeros = String(repeating: "0", count: max(0, exponent - fraction.count))
        return sign + whole + fraction + zeros + ".0"
    }
}
