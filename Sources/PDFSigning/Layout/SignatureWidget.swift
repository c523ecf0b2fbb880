import PDFCore

/// The dictionary of a signature field merged with its only widget.
///
/// Merged, because some viewers take a field with a separate kid for unsigned. No /AP and no /MK:
/// an empty field that draws something is a visual difference once it is signed.
enum SignatureWidget {
    /// Print and Locked (ISO 32000-2 table 167).
    private static let flags = 1 << 2 | 1 << 7

    static func dictionary(
        name: String, rect: [Double] = [0, 0, 0, 0], page: ObjectID
    ) -> PDFDictionary {
        [
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"),
            "T": .text(name), "Rect": .numbers(rect), "F": .integer(flags), "P": .reference(page),
        ]
    }
}
