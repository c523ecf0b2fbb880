import HTTPTypes
public import Hummingbird
public import HummingbirdCore

/// Header fields that no answer goes without. What a route sets itself stays, so that pages can
/// bring a policy with a nonce.
public struct SecurityHeaders: RouterMiddleware {
    public typealias Context = TamgaContext

    private let fields: HTTPFields

    /// Strict transport is asked for where the public address is `https:`.
    public init(publicAddress: String) {
        var fields: HTTPFields = [
            .xContentTypeOptions: "nosniff",
            .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
            .cacheControl: "no-store",
            fieldName("Referrer-Policy"): "no-referrer",
        ]
        if publicAddress.lowercased().hasPrefix("https:") {
            fields[.strictTransportSecurity] = "max-age=31536000"
        }
        self.fields = fields
    }

    public func handle(
        _ request: Request, context: TamgaContext,
        next: (Request, TamgaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in fields where response.headers[field.name] == nil {
            response.headers.append(field)
        }
        return response
    }
}
