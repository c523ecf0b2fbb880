import Domain
import HTTPTypes
public import HummingbirdCore
import NIOCore

extension Request {
    /// Upper bound of a JSON body, in bytes (security floor).
    public static let jsonLimit = 1 << 20

    /// The body as JSON. A missing media type and a missing charset are tolerated.
    public func jsonBody() async throws -> JSONField {
        JSONField(try JSONValue(parsing: await jsonBytes()))
    }

    /// The same; no body at all reads as `null`.
    public func jsonBodyIfAny() async throws -> JSONField {
        let bytes = try await jsonBytes()
        return JSONField(bytes.isEmpty ? .null : try JSONValue(parsing: bytes))
    }

    /// A long list in the member `list` of a JSON object, its elements read by `row` as they arrive,
    /// on all cores.
    /// - Returns: the rows, and the object without its list; where there is no list, the object has
    ///   whatever stands in its place.
    public func jsonRows<Row: Sendable>(
        _ list: String, byteLimit: Int,
        _ row: @escaping @Sendable (JSONField, _ place: Int) throws -> Row
    ) async throws -> ([Row], JSONField) {
        try requireJSON()
        return try await withBody(
            limit: byteLimit, orElse: RequestFailure.bodyTooLarge(limit: byteLimit)
        ) { pieces in
            var (reader, rows) = (JSONRows(list: list), [Row]())
            for try await piece in pieces {
                var found: [(place: Int, text: JSONPiece)] = []
                try piece.withUnsafeReadableBytes { bytes in
                    try reader.feed(bytes.bindMemory(to: UInt8.self)) {
                        found.append((rows.count + found.count, $0))
                    }
                }
                rows += try await found.mapOnAllCores { place, text in
                    try row(JSONField(try text.value(), at: "\(list)[\(place)]"), place)
                }
            }
            return (rows, JSONField(try reader.finish()))
        }
    }

    private func jsonBytes() async throws -> [UInt8] {
        try requireJSON()
        return try await bodyBytes(limit: Self.jsonLimit)
    }

    private func requireJSON() throws(RequestFailure) {
        guard let field = headers[.contentType] else { return }
        let type = ParameterizedValue(field)
        let isJSON = type.value == "application/json" || type.value.hasSuffix("+json")
        let charset = type.parameters["charset"]?.lowercased() ?? "utf-8"
        guard isJSON, charset == "utf-8" || charset == "utf8" else {
            throw .unsupportedMediaType(expected: "application/json; charset=utf-8")
        }
    }
}
