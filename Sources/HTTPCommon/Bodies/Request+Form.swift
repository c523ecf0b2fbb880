import HTTPTypes
public import HummingbirdCore

extension Request {
    /// Upper bound of a form without files, in bytes.
    public static let formLimit = 64 * 1024
    private static let formType = "application/x-www-form-urlencoded"

    public var hasForm: Bool {
        ParameterizedValue(headers[.contentType] ?? "").value == Self.formType
    }

    /// A form as browsers send it (WHATWG HTML, `application/x-www-form-urlencoded`).
    public func formBody() async throws -> QueryItems {
        guard hasForm else { throw RequestFailure.unsupportedMediaType(expected: Self.formType) }
        return QueryItems(
            String(decoding: try await bodyBytes(limit: Self.formLimit), as: UTF8.self))
    }
}
