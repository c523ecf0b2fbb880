public import PDFText

/// What is entered into a field.
public enum FormEntry: Hashable, Sendable {
    /// A text field's text, the chosen option of a radio or select field, or a typed stamp. An
    /// empty one leaves the field empty.
    case text(String)
    /// A checkbox's.
    case tick(Bool)
    /// A stamp's.
    case picture(Picture)
}
