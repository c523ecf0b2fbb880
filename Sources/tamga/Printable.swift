extension String {
    /// Text out of a foreign file, safe for a terminal: control characters, and those that turn
    /// the direction of writing, become escapes.
    var printable: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isHarmful {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmful: Bool {
        properties.generalCategory == .control || properties.isBidiControl
            || properties.generalCategory == .lineSeparator
            || properties.generalCategory == .paragraphSeparator
    }
}
