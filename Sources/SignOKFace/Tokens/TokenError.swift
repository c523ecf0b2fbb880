import HTTPCommon
import HTTPTypes
import HummingbirdCore

/// A failure in the form of RFC 6749 §5.2 and RFC 6750 §3. Descriptions are in ASCII, as these
/// demand.
struct TokenError: Error, Equatable {
    let status: HTTPResponse.Status
    let code: String
    let description: String
    var challenge: String?

    static let invalidClient = TokenError(
        status: .unauthorized, code: "invalid_client",
        description: "API_ID or API_SECRET is wrong or missing",
        challenge: #"Basic realm="tamga", charset="UTF-8""#)

    static func invalidGrant(_ description: String) -> TokenError {
        TokenError(status: .badRequest, code: "invalid_grant", description: description)
    }

    static let unsupportedGrantType = TokenError(
        status: .badRequest, code: "unsupported_grant_type",
        description: "grant_type must be password or refresh_token")

    static func invalidRequest(
        _ description: String, status: HTTPResponse.Status = .badRequest
    ) -> TokenError {
        TokenError(status: status, code: "invalid_request", description: description)
    }

    /// No token was shown; the words are the documented ones.
    static let unauthorized = TokenError(
        status: .unauthorized, code: "unauthorized",
        description: "Full authentication is required to access this resource",
        challenge: #"Bearer realm="tamga""#)

    static let invalidToken = TokenError(
        status: .unauthorized, code: "invalid_token",
        description: "The access token is invalid or expired",
        challenge: #"Bearer realm="tamga", error="invalid_token""#)

    /// RFC 6749 §5.1.
    static let uncached: HTTPFields = {
        var fields: HTTPFields = [.cacheControl: "no-store"]
        if let pragma = HTTPField.Name("Pragma") { fields[pragma] = "no-cache" }
        return fields
    }()

    var response: Response {
        var response = Response(json: self, status: status)
        response.headers.append(contentsOf: Self.uncached)
        if let challenge { response.headers[.wwwAuthenticate] = challenge }
        return response
    }
}

extension TokenError: JSONWritable {
    func write(to text: inout JSONText) {
        text.object {
            $0.member("error", code)
            $0.member("error_description", description)
        }
    }
}
