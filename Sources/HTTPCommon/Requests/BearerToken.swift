public import Domain
import HTTPTypes
public import HummingbirdCore

extension Request {
    /// The secret of `Authorization: Bearer …` (RFC 6750 §2.1); refused as unauthenticated where
    /// there is none or it cannot be one of ours.
    public func bearerToken() throws(Refusal) -> TokenSecret {
        guard let field = headers[.authorization] else { throw .unauthenticated }
        let words = field.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, words[0].lowercased() == "bearer",
            let secret = TokenSecret(String(words[1]))
        else { throw .unauthenticated }
        return secret
    }
}
