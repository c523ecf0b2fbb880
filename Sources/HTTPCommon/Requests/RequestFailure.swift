/// A request that never reached the business: its form is wrong. Each face encodes every case.
public enum RequestFailure: Error, Equatable, Sendable {
    case routeNotFound
    /// The path exists for these methods.
    case methodNotAllowed(allowed: [String])
    case malformedRequest
    /// `expected` is the media type that would be read.
    case unsupportedMediaType(expected: String)
    /// In bytes.
    case bodyTooLarge(limit: Int)
    /// Slower than ``BodyPace`` asks for.
    case bodyTooSlow
    /// The connection ended before the body did.
    case bodyTruncated
    /// Not JSON, from this byte on.
    case malformedJSON(offset: Int)
    case jsonTooDeep(limit: Int)
    case malformedMultipart(MultipartError)
    /// None of the file's bytes are in the range asked for (RFC 9110 §15.5.17).
    case rangeNotSatisfiable(byteCount: Int)
    /// A write from another site (``OriginCheck``).
    case foreignOrigin
}
