/// A JSON text (RFC 8259) as it was read. Numbers keep their spelling; of equal keys the last one
/// counts.
public enum JSONValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    public static let depthLimit = 32

    /// A byte order mark is tolerated (RFC 8259 §8.1).
    public init(parsing bytes: [UInt8]) throws(RequestFailure) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }
}
