import HTTPTypes
public import HummingbirdCore

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
