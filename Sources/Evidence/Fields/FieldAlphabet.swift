public import Domain
public import PDFText

/// The letters that people will type into a document's fields, as far as they can be foreseen: an
/// alphabet embedded with the layout spares every signature a font.
public struct FieldAlphabet {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    public func reserved(by typesetter: Typesetter) throws(PDFTextError) -> [TextBlock] {
        guard let letters else { return [] }
        return [try typesetter.layout(letters, TextStyle(size: 12), language: language.rawValue)]
    }

    /// English letters come with every text field, and Korean syllables are too many.
    private var letters: String? {
        switch language {
        case .russian: "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя«»№—"
        case .korean, .english: nil
        }
    }
}
