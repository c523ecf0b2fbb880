/// Why a field cannot be laid out or filled.
public struct FieldTrouble: Equatable, Codable, Error, Sendable {
    public enum Cause: String, Codable, CaseIterable, Sendable {
        /// The field itself is not well described: key, recipient, options or places.
        case malformed
        /// It leaves its page, or there is no such page.
        case outsidePage
        /// A signed upload takes no visible fields.
        case signedUpload
        /// Nobody's field, another's, or one that was filled already.
        case notOpen
        case missing, wrongKind, wrongFormat, unknownOption, tooLong, doesNotFit
        /// No font has a character of the text.
        case unprintable
        /// The picture cannot be shown.
        case unusablePicture
    }

    /// The field's id; empty for a picture that is not yet in a field.
    public let field: String
    public let cause: Cause

    public init(_ field: String, _ cause: Cause) {
        self.field = field
        self.cause = cause
    }
}
