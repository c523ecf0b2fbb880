import Domain
import FoundationEssentials
import HTTPTypes
import HummingbirdCore

extension Request {
    /// `Authorization: Basic base64(API_ID:API_SECRET)` (RFC 7617).
    func basicCredentials() throws(TokenError) -> ClientCredentials {
        let words = (headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "basic",
            let data = Data(base64Encoded: String(words[1])),
            let text = String(validating: data, as: UTF8.self)
        else { throw .invalidClient }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let id = APIClientID(compact: String(parts[0])) else {
            throw .invalidClient
        }
        return ClientCredentials(id: id, secret: String(parts[1]))
    }

    /// Whether a token of the bearer scheme is claimed at all.
    var claimsBearer: Bool {
        headers[.authorization]?.lowercased().hasPrefix("bearer ") == true
    }
}
