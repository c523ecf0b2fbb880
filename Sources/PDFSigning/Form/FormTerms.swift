import PDFCore

/// What a field's dictionary tells of its part in the form: all that filling it needs, so that it
/// is found again in the bytes alone.
///
/// What the standard has no key for stands under a key of our own (ISO 32000-2, annex E).
struct FormTerms {
    enum Kind: String {
        case text = "Text"
        case checkbox = "Checkbox"
        case radio = "Radio"
        case select = "Select"
        case stamp = "Stamp"
    }

    static let entry: PDFName = "TMGA_Field"

    let key: String
    /// The name of the signer's signature field.
    let owner: String
    let kind: Kind
    let isRequired: Bool
    let isMultiline: Bool
    /// A radio field's: the option for which this widget stands.
    let option: String?
    /// A select field's.
    let options: [String]
    let maximumLength: Int?
    /// What it shows unless something else is entered.
    let prefilled: String?
    /// Of the page, clockwise, in degrees.
    let rotation: Int

    /// Nil for a field that was not laid out here.
    init?(_ field: PDFDictionary) {
        guard let own = field[Self.entry]?.dictionary, let key = own["Key"]?.textValue,
            let owner = own["Owner"]?.textValue,
            let kind = own["Kind"]?.name.flatMap({ Kind(rawValue: $0.text) })
        else { return nil }
        self.key = key
        self.owner = owner
        self.kind = kind
        let flags = field["Ff"]?.asInteger ?? 0
        isRequired = flags & FormWidget.required != 0
        isMultiline = flags & FormWidget.multiline != 0
        option = own["Option"]?.textValue
        options = (field["Opt"]?.array ?? []).compactMap(\.textValue)
        maximumLength = field["MaxLen"]?.asInteger
        prefilled = field["DV"]?.textValue
        rotation = field["MK"]?.dictionary?["R"]?.asInteger ?? 0
    }

    /// The owner of a field by its dictionary alone.
    static func owner(of field: PDFDictionary) -> String? {
        field[entry]?.dictionary?["Owner"]?.textValue
    }
}
