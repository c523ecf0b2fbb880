public import Domain
import HTTPTypes
public import HummingbirdCore

extension Request {
    /// The secret of `Authorization: Bearer …` (RFC 6750 §2.1); refused as unauthenticated where
    /// there is none or it cannot be one of ours.
    public func bearerToken() throws(Refusal) -> TokenSecret {
        guard let field = headers[.authorization] else { throw .unauthenticated }
        let (scheme, rest) = (field.utf8.prefix(7), field.utf8.dropFirst(7))
        guard isBearer(scheme), let text = String(rest.drop { $0 == UInt8(ascii: " ") }),
            let secret = TokenSecret(text)
        else { throw .unauthenticated }
        return secret
    }
}

/// The scheme's name in any case (RFC 9110 §11.1), and a space. Every request of the API comes by
/// here, so bytes are compared and no text is made.
private func isBearer(_ scheme: Substring.UTF8View) -> Bool {
    scheme.elementsEqual("bearer ".utf8) { $0 | 0x20 == $1 }
}
