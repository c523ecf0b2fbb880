import HTTPTypes
public import HummingbirdCore
import NIOCore

extension Request {
    /// Upper bound of a JSON body, in bytes (security floor).
    public static let jsonLimit = 1 << 20

    /// The body as JSON. A missing media type and a missing charset are tolerated.
    public func jsonBody() async throws -> JSONField {
        try requireJSON()
        let limit = Self.jsonLimit
        let bytes = try await withBody(
            limit: limit, orElse: RequestFailure.bodyTooLarge(limit: limit)
        ) { pieces in
            var bytes: [UInt8] = []
            for try await piece in pieces { bytes.append(contentsOf: piece.readableBytesView) }
            return bytes
        }
        return JSONField(try JSONValue(parsing: bytes))
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
