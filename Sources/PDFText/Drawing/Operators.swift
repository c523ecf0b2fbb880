/// Writes content stream operators, numbers with at most two decimals.
struct Operators {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ name: StaticString, _ operands: Double...) {
        for operand in operands {
            number(operand)
            bytes.append(0x20)
        }
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x0A)
    }

    mutating func put(_ text: String) {
        bytes += text.utf8
    }

    /// What has been written already.
    mutating func put(_ written: [UInt8]) {
        bytes += written
    }

    /// A glyph's code, as four hexadecimal digits.
    mutating func code(of glyph: UInt16) {
        for shift in [12, 8, 4, 0] { bytes.append(Self.hexadecimal[Int(glyph >> shift & 0xF)]) }
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)

    mutating func number(_ value: Double) {
        let hundredths = value.isFinite ? Int((value * 100).clamped(to: -1e12...1e12).rounded()) : 0
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        bytes += String(whole).utf8
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    mutating func fillColor(_ color: Color) {
        if color.isGray {
            put("g", color.red)
        } else {
            put("rg", color.red, color.green, color.blue)
        }
    }

    mutating func strokeColor(_ color: Color) {
        if color.isGray {
            put("G", color.red)
        } else {
            put("RG", color.red, color.green, color.blue)
        }
    }
}
