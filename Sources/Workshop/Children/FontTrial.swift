import PDFText

/// Tries which texts the machine's fonts can print: in a child, where documents are made.
struct FontTrial: Codable, Sendable {
    let texts: [String]

    /// Those with a character that no font draws.
    func unprintable() -> [String] {
        let typesetter = Typesetter()
        return texts.filter { (try? typesetter.layout($0, TextStyle(size: 10))) == nil }
    }
}
