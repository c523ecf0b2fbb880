public import Domain
import HTTPTypes
public import HummingbirdCore

extension Request {
    /// The secret of `Authorization: Bearer …` (RFC 6750 §2.1); refused as unauthenticated where
    /// there is none or it cannot be one of ours.
    public func bearerToken() throws(Refusal) -> TokenSecret {
        guard let field = headers[.authorization] else { throw .unauthenticated }
        let words = field.utf8.split(separator: UInt8(ascii: " "))
        guard words.count == 2, isBearer(words[0]), let text = String(words[1]),
            let secret = TokenSecret(text)
        else { throw .unauthenticated }
        return secret
    }
}

/// The scheme's name in any case (RFC 9110 §11.1). Every request of the API comes by here, so
/// bytes are compared and no text is made.
private func isBearer(_ scheme: Substring.UTF8View) -> Bool {
    scheme.count == 6 && zip(scheme, "bearer".utf8).allSatisfy { $0 | 0x20 == $1 }
}
