import Workshop

/// The fonts that names and certificate pages need.
struct FontCheck: Check {
    let program: String

    /// One text in each script, by its English name: those of the catalogues, and those in which
    /// names are met.
    private static let needed = [
        ("Latin", "Ångström"), ("Cyrillic", "Подпись Ё"), ("Hangul", "서명"),
    ]
    private static let useful = [
        ("Han", "簽名签名"), ("Kana", "しょめいサイン"), ("Greek", "Υπογραφή"), ("Arabic", "توقيع"),
        ("Hebrew", "חתימה"), ("Devanagari", "हस्ताक्षर"), ("Thai", "ลายเซ็น"), ("emoji", "😀"),
    ]

    private static let remedy =
        "install fonts, on Debian fonts-dejavu-core and fonts-nanum; for every other script "
        + "fonts-noto-core and fonts-noto-cjk"

    func finding() async -> Finding {
        do {
            let unprintable = try await FileWorkshop(executable: program).unprintable(
                of: (Self.needed + Self.useful).map(\.1))
            return Self.finding(without: Set(unprintable))
        } catch {
            return .failed(
                "no child could try them: \(error)",
                remedy: "see what is said of children; then ask again")
        }
    }

    private static func finding(without unprintable: Set<String>) -> Finding {
        let missing = (needed + useful).filter { unprintable.contains($0.1) }
        let names = missing.map(\.0).joined(separator: ", ")
        if needed.contains(where: { unprintable.contains($0.1) }) {
            return .failed("nothing can be printed in \(names)", remedy: remedy)
        }
        guard missing.isEmpty else {
            return .warning("no name can be printed in \(names)", remedy: remedy)
        }
        return .good((needed + useful).map(\.0).joined(separator: ", "))
    }
}
