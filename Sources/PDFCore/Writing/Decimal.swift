extension [UInt8] {
    /// Appends the decimal digits of a whole number, after a minus if it is negative.
    ///
    /// - Parameter width: the fewest digits, 19 at most; zeros precede a shorter number.
    mutating func append(decimal value: Int, atLeast width: Int = 1) {
        if value < 0 { append(UInt8(ascii: "-")) }
        var (divisor, digits): (UInt, Int) = (1, 1)
        while value.magnitude / divisor >= 10 || digits < width {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(value.magnitude / divisor % 10))
            divisor /= 10
        }
    }
}

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
