extension GlyphCluster {
    /// A ligature that is read from right to left, as one cluster for each of its letters.
    ///
    /// Readers turn such text around, and some turn the letters of a ligature with it. So the
    /// ligature stands for its first letter alone, and the others are there unseen, left of it.
    func spelled(by face: Typeface) -> [GlyphCluster] {
        let letters = text.map { $0 }
        guard glyphs.count == 1, letters.count > 1 else { return [self] }
        let unseen = letters.dropFirst().reversed().compactMap { face.unseen($0) }
        guard unseen.count == letters.count - 1 else { return [self] }
        return unseen + [GlyphCluster(text: String(letters[0]), glyphs: glyphs)]
    }
}

extension Typeface {
    /// Nil for a letter with marks, and for one that the face has no glyph for.
    fileprivate func unseen(_ letter: Character) -> GlyphCluster? {
        let scalars = letter.unicodeScalars
        guard scalars.count == 1, let id = scalars.first.flatMap(glyph) else { return nil }
        let glyph = Glyph(id: id, advance: 0, dx: 0, dy: 0, isSeen: false)
        return GlyphCluster(text: String(letter), glyphs: [glyph])
    }
}
