extension String {
    /// What `set` makes of the text in which characters that it cannot draw are told by their
    /// numbers: `[U+10FFFD]`.
    func naming(
        undrawableTo set: (String) throws(PDFTextError) -> TextBlock
    ) throws(PDFTextError) -> TextBlock {
        var text = self
        for _ in 0..<Self.namedOneByOne {
            do throws(PDFTextError) {
                return try set(text)
            } catch {
                guard case .noGlyph(let character) = error else { throw error }
                text = text.naming { $0 == character }
            }
        }
        return try set(naming { !(0x20..<0x7F).contains($0.value) })
    }

    /// A text with more of them is hardly a text, and is told in ASCII at once.
    private static let namedOneByOne = 8

    private func naming(_ isNamed: (Unicode.Scalar) -> Bool) -> String {
        unicodeScalars.map { isNamed($0) ? $0.number : String($0) }.joined()
    }
}

extension Unicode.Scalar {
    fileprivate var number: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "[U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
    }
}
