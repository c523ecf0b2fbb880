extension Unicode.Scalar {
    /// What no font draws: control characters, noncharacters, and those of private use, which have
    /// a meaning only where it was agreed on (Unicode 16, 23.5 and 23.7).
    var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .privateUse: true
        default: properties.isNoncharacterCodePoint
        }
    }

    /// Control characters that a text of several lines is written with.
    var separatesText: Bool { ["\t", "\n", "\r"].contains(self) }
}

extension Refusal.Problem {
    static func unprintable(_ scalar: Unicode.Scalar) -> Self {
        .unprintable(character: "U+" + String(scalar.value, radix: 16))
    }
}
