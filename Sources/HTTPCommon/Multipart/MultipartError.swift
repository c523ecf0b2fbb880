/// Why a body is no `multipart/form-data` (RFC 7578, RFC 2046 §5.1).
public enum MultipartError: Error, Equatable, Sendable {
    /// The media type names no boundary, or one against the grammar.
    case boundary
    case headerTooLarge(limit: Int)
    /// A part without a name.
    case header
    case tooManyParts(limit: Int)
    /// The closing delimiter never came.
    case truncated
}
